import type { Side } from '../../core/geometry/insets'
import type { GrowthObstacle } from '../../core/growth/growth'
import type { FrameObstacle } from '../../core/plan/plan-frame'
import type { InsetsObstacle } from '../../core/plan/plan-sides'
import type { DraftObstacle } from '../draft/read-draft'
import { quoteName } from './quote-name'
import type { Explanation, ForEvery } from './say'

const englishNodeKinds: Readonly<Record<string, string>> = {
  GROUP: 'a group',
  TEXT: 'text',
  VECTOR: 'a vector',
  LINE: 'a line',
  INSTANCE: 'an instance',
  SECTION: 'a section',
  COMPONENT_SET: 'a set of variants',
  BOOLEAN_OPERATION: 'a boolean group',
  SLICE: 'a slice'
}

const englishParentPlaces: Readonly<Record<string, string>> = {
  PAGE: 'on the page',
  SECTION: 'in a section',
  GROUP: 'in a group',
  BOOLEAN_OPERATION: 'in a boolean group',
  COMPONENT_SET: 'in a set of variants'
}

export const englishSides: Readonly<Record<Side, string>> = {
  top: 'Top',
  right: 'Right',
  bottom: 'Bottom',
  left: 'Left'
}

const englishDraftObstacles: ForEvery<DraftObstacle, Explanation> = {
  'nothing-selected': () => ({
    title: 'Nothing selected',
    sentence: 'Select a layer with an image (a frame, a component, a shape, a group), or type a link to one.'
  }),
  'several-selected': ({ count }) => ({
    title: `${count} layers selected`,
    sentence: 'They have no frame in common that could be filled. Grow their sides instead, each on its own.'
  }),
  'not-expandable': ({ name, nodeType }) => ({
    title: 'This layer can’t be expanded',
    sentence: `${quoteName(name)} is ${englishNodeKinds[nodeType] ?? 'a kind of layer without an image of its own'}. Select a frame or another layer in it.`
  }),
  hidden: ({ name }) => ({
    title: 'This layer is hidden',
    sentence: `Nothing of ${quoteName(name)} can be seen. Show it, and the layers it is in, then select it again.`
  }),
  empty: ({ name }) => ({
    title: 'This layer is empty',
    sentence: `${quoteName(name)} has no visible fill and nothing in it. Give it an image, then select it again.`
  }),
  'no-image': ({ name }) => ({
    title: 'No image in it',
    sentence: `${quoteName(name)} shows no image. Select it alone to expand it all the same.`
  }),
  masked: ({ name }) => ({
    title: 'This layer is masked',
    sentence: `${quoteName(name)} is a mask or is cut by one, so what is added to it would be cut too. Select the group or frame that the mask is in.`
  }),
  'see-through': ({ name }) => ({
    title: 'This layer is see-through',
    sentence: `The new image would show through ${quoteName(name)}. Set its opacity, and that of its fills, to 100% first.`
  }),
  blended: ({ name }) => ({
    title: 'This layer is blended',
    sentence: `${quoteName(name)} mixes with what is beneath it. Set its blend mode, and that of its fills, to Normal first.`
  }),
  'inside-instance': ({ name, instanceName }) => ({
    title: 'This layer is in an instance',
    sentence: `${quoteName(name)} can’t grow in ${quoteName(instanceName)}, and a new layer behind the instance would be hidden by it. Select the instance itself, or the layer in the main component.`
  }),
  'inside-boolean': ({ name }) => ({
    title: 'This layer is part of a boolean group',
    sentence: `${quoteName(name)} only shapes its boolean group. Select a layer outside of one.`
  }),
  'no-frame-around': ({ name, parentType }) => ({
    title: 'There is no frame to fill',
    sentence: `${quoteName(name)} is directly ${englishParentPlaces[parentType] ?? 'in something that takes no fill'}. Put it in a frame of the size you want, or grow its sides instead.`
  }),
  'pattern-fill': ({ name }) => ({
    title: 'This layer has a pattern fill',
    sentence: `Plugins can’t add a fill to ${quoteName(name)} while one of its fills is a pattern. Remove the pattern fill, or put the layer in a frame.`
  }),
  'different-parents': () => ({
    title: 'The layers are in different frames',
    sentence: 'Select layers that are directly in the same frame.'
  }),
  'no-picture-inside': ({ name }) => ({
    title: 'No picture in this frame',
    sentence: `No layer in ${quoteName(name)} shows an image. Put one in, or grow the frame’s sides instead.`
  }),
  'picture-is-fill': ({ name }) => ({
    title: 'No empty space in this frame',
    sentence: `The picture is the fill of ${quoteName(name)} itself: it becomes larger with the frame. To extend it, grow its sides here instead.`
  }),
  'fixed-variant': ({ name }) => ({
    title: 'This variant can’t grow',
    sentence: `Its size or fills are set by auto layout, a maximum, a style or a variable, and a component set takes no other layers. Remove that from ${quoteName(name)}, or put a copy outside of the set.`
  }),
  'styled-instance': ({ name }) => ({
    title: 'The fill of this instance is a style',
    sentence: `A new fill would detach the style of ${quoteName(name)}. Expand its main component instead, or detach the instance.`
  })
}

const englishFrameObstacles: ForEvery<FrameObstacle, Explanation> = {
  'nothing-kept': () => ({
    title: 'No picture chosen',
    sentence: 'Choose at least one layer as the picture: the empty area is filled to match it.'
  }),
  'outside-frame': () => ({
    title: 'The picture lies outside of the frame',
    sentence: 'Nothing of it can be seen in the frame. Move it inside, or choose another layer.'
  }),
  'beneath-others': ({ name }) => ({
    title: 'The empty area is covered by other layers',
    sentence: `The new image goes beneath all layers of the frame and could not be seen. Hide ${quoteName(name)}, or choose it as part of the picture.`
  }),
  'already-covered': () => ({
    title: 'No empty space in this frame',
    sentence: 'The picture covers all of it. Make the frame larger, or grow the picture by its sides instead.'
  }),
  'too-long-and-thin': () => ({
    title: 'The frame is too long and thin',
    sentence:
      'Its short side would have fewer than 64 pixels. Keep its long side under 64 times its short side.'
  }),
  'see-through': ({ name }) => ({
    title: 'The picture is see-through',
    sentence: `The new image would show through ${quoteName(name)}. Set its opacity to 100% first, or choose another picture.`
  }),
  masked: ({ name }) => ({
    title: 'The picture is masked',
    sentence: `${quoteName(name)} is a mask or lies above one, so it can’t be kept as it is seen. Put the mask and what it masks in a frame or group of their own, and choose that.`
  }),
  blended: ({ name }) => ({
    title: 'The picture is blended',
    sentence: `${quoteName(name)} mixes with what is beneath it. Set its blend mode to Normal first, or choose another picture.`
  })
}

const englishInsetsObstacles: ForEvery<InsetsObstacle | GrowthObstacle, string> = {
  'no-size': ({ axis }) => `${axis === 'width' ? 'Width' : 'Height'}: type a number of pixels.`,
  'no-larger': () => 'Already this size.',
  smaller: ({ axis, least }) =>
    `${axis === 'width' ? 'Width' : 'Height'}: the layer has ${Math.ceil(least)} already, and an image can only grow. Type at least that.`,
  'not-a-number': ({ side }) => `${englishSides[side]}: type a number, such as 120 or 30%.`,
  negative: ({ side }) => `${englishSides[side]}: an image can only grow. Type 0 or more.`,
  'nothing-to-add': () => 'Drag a side, or type how far the image should grow.',
  'too-long-and-thin': () =>
    'The new size is too long and thin: its short side would have fewer than 64 pixels. Grow the other sides more.',
  'subject-too-small': () =>
    'The layer would be too small within the new size. Grow it less, or in several steps.'
}

export const englishObstacles = {
  obstacles: englishDraftObstacles,
  frameObstacles: englishFrameObstacles,
  insetsObstacles: englishInsetsObstacles,
  sides: englishSides
}

const chineseNodeKinds: Readonly<Record<string, string>> = {
  GROUP: '编组',
  TEXT: '文本',
  VECTOR: '矢量图形',
  LINE: '直线',
  INSTANCE: '实例',
  SECTION: '分区',
  COMPONENT_SET: '组件集',
  BOOLEAN_OPERATION: '布尔组合',
  SLICE: '切片'
}

const chineseParentPlaces: Readonly<Record<string, string>> = {
  PAGE: '页面上',
  SECTION: '分区中',
  GROUP: '编组中',
  BOOLEAN_OPERATION: '布尔组合中',
  COMPONENT_SET: '组件集中'
}

export const chineseSides: Readonly<Record<Side, string>> = {
  top: '上边',
  right: '右边',
  bottom: '下边',
  left: '左边'
}

const chineseAxes = { width: '宽度', height: '高度' } as const

export const chineseObstacles = {
  obstacles: {
    'nothing-selected': () => ({
      title: '未选择图层',
      sentence: '请选择一个有图片的图层（画框、组件、形状或编组），或输入图片链接。'
    }),
    'several-selected': ({ count }) => ({
      title: `已选择 ${count} 个图层`,
      sentence: '它们没有可以填满的共同画框。请改用“向外扩展”，每个图层各自扩图。'
    }),
    'not-expandable': ({ name, nodeType }) => ({
      title: '此图层无法扩图',
      sentence: `${quoteName(name)}是${chineseNodeKinds[nodeType] ?? '自身不带图片的图层'}。请选择其中的画框或其他图层。`
    }),
    hidden: ({ name }) => ({
      title: '此图层已隐藏',
      sentence: `${quoteName(name)}完全不可见。请显示它以及它所在的图层，然后重新选择。`
    }),
    empty: ({ name }) => ({
      title: '此图层是空的',
      sentence: `${quoteName(name)}没有可见的填充，里面也没有内容。请为它添加图片，然后重新选择。`
    }),
    'no-image': ({ name }) => ({
      title: '没有图片',
      sentence: `${quoteName(name)}不显示图片。如仍需扩图，请单独选择它。`
    }),
    masked: ({ name }) => ({
      title: '此图层使用了蒙版',
      sentence: `${quoteName(name)}是蒙版，或被蒙版裁切，新增的部分也会被裁掉。请选择蒙版所在的编组或画框。`
    }),
    'see-through': ({ name }) => ({
      title: '此图层是半透明的',
      sentence: `新图片会透过${quoteName(name)}显示出来。请先将它及其填充的不透明度设为 100%。`
    }),
    blended: ({ name }) => ({
      title: '此图层使用了混合模式',
      sentence: `${quoteName(name)}会与下方的内容混合。请先将它及其填充的混合模式设为“正常”。`
    }),
    'inside-instance': ({ name, instanceName }) => ({
      title: '此图层在实例中',
      sentence: `${quoteName(name)}无法在${quoteName(instanceName)}中变大，放在实例后面的新图层又会被实例挡住。请选择该实例，或主组件中的这个图层。`
    }),
    'inside-boolean': ({ name }) => ({
      title: '此图层属于布尔组合',
      sentence: `${quoteName(name)}只用来构成布尔组合的形状。请选择布尔组合之外的图层。`
    }),
    'no-frame-around': ({ name, parentType }) => ({
      title: '没有可填满的画框',
      sentence: `${quoteName(name)}直接位于${chineseParentPlaces[parentType] ?? '无法填充的图层中'}。请将它放入所需尺寸的画框，或改用“向外扩展”。`
    }),
    'pattern-fill': ({ name }) => ({
      title: '此图层有图案填充',
      sentence: `${quoteName(name)}有图案填充时，插件无法为它添加填充。请移除图案填充，或将图层放入画框。`
    }),
    'different-parents': () => ({
      title: '图层不在同一画框中',
      sentence: '请选择直接位于同一画框中的图层。'
    }),
    'no-picture-inside': ({ name }) => ({
      title: '此画框中没有图片',
      sentence: `${quoteName(name)}中没有显示图片的图层。请放入图片，或改用“向外扩展”扩大画框。`
    }),
    'picture-is-fill': ({ name }) => ({
      title: '画框中没有空白区域',
      sentence: `图片是${quoteName(name)}自身的填充，会随画框一起变大。如需扩展图片，请在此改用“向外扩展”。`
    }),
    'fixed-variant': ({ name }) => ({
      title: '此变体无法变大',
      sentence: `${quoteName(name)}的尺寸或填充由自动布局、最大宽高、样式或变量决定，而组件集中不能放入其他图层。请从变体中移除这些设置，或将副本放到组件集之外。`
    }),
    'styled-instance': ({ name }) => ({
      title: '此实例的填充使用了样式',
      sentence: `添加新填充会使${quoteName(name)}脱离样式。请改为扩展主组件，或分离实例。`
    })
  },
  frameObstacles: {
    'nothing-kept': () => ({
      title: '未选择原图',
      sentence: '请至少选择一个图层作为原图，空白区域会与它衔接。'
    }),
    'outside-frame': () => ({
      title: '原图在画框之外',
      sentence: '它在画框中完全不可见。请将它移入画框，或选择其他图层。'
    }),
    'beneath-others': ({ name }) => ({
      title: '空白区域被其他图层遮住',
      sentence: `新图片位于画框所有图层之下，会被完全遮住。请隐藏${quoteName(name)}，或将它也选为原图。`
    }),
    'already-covered': () => ({
      title: '画框中没有空白区域',
      sentence: '原图已铺满画框。请调大画框，或改用“向外扩展”。'
    }),
    'too-long-and-thin': () => ({
      title: '画框过于细长',
      sentence: '短边将不足 64 像素。请将长边调整到短边的 64 倍以内。'
    }),
    'see-through': ({ name }) => ({
      title: '原图是半透明的',
      sentence: `新图片会透过${quoteName(name)}显示出来。请先将它的不透明度设为 100%，或选择其他原图。`
    }),
    masked: ({ name }) => ({
      title: '原图使用了蒙版',
      sentence: `${quoteName(name)}是蒙版，或位于蒙版上方，无法按所见保留。请将蒙版和它遮住的图层单独放入一个画框或编组，然后选择该画框或编组。`
    }),
    blended: ({ name }) => ({
      title: '原图使用了混合模式',
      sentence: `${quoteName(name)}会与下方的内容混合。请先将它的混合模式设为“正常”，或选择其他原图。`
    })
  },
  insetsObstacles: {
    'no-size': ({ axis }) => `${chineseAxes[axis]}：请输入像素数。`,
    'no-larger': () => '已是此尺寸。',
    smaller: ({ axis, least }) =>
      `${chineseAxes[axis]}：只能变大，请输入不小于现有尺寸 ${Math.ceil(least)} 的数值。`,
    'not-a-number': ({ side }) => `${chineseSides[side]}：请输入数字，例如 120 或 30%。`,
    negative: ({ side }) => `${chineseSides[side]}：只能变大，请输入不小于 0 的数值。`,
    'nothing-to-add': () => '请拖动一边，或输入要扩展多少。',
    'too-long-and-thin': () => '新尺寸过于细长，短边将不足 64 像素。请多扩展其他边。',
    'subject-too-small': () => '图层在新尺寸中会太小。请少扩展一些，或分几次扩展。'
  },
  sides: chineseSides
} satisfies typeof englishObstacles
