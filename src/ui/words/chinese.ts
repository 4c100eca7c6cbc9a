import { provider } from '../../core/provider'
import { chineseFailures, unchanged } from './chinese-failures'
import { named } from './named'
import type { Words } from './words'

const nodeKinds: Readonly<Record<string, string>> = {
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

const parentPlaces: Readonly<Record<string, string>> = {
  PAGE: '页面上',
  SECTION: '分区中',
  GROUP: '编组中',
  BOOLEAN_OPERATION: '布尔组合中',
  COMPONENT_SET: '组件集中'
}

const sides = { top: '上边', right: '右边', bottom: '下边', left: '左边' } as const

const axes = { width: '宽度', height: '高度' } as const

/** Two places at most. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function duration(seconds: number): string {
  return seconds < 90 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`
}

const edges = { unseen: '一致', 'hardly-seen': '接近', seen: '不一致' } as const

export const chinese: Words = {
  tag: 'zh-CN',
  unchanged,
  sentences: (first, second) => first + second,
  listed: (name, about) => `${name}，${about}`,
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
      sentence: `${named(name)}是${nodeKinds[nodeType] ?? '自身不带图片的图层'}。请选择其中的画框或其他图层。`
    }),
    hidden: ({ name }) => ({
      title: '此图层已隐藏',
      sentence: `${named(name)}完全不可见。请显示它以及它所在的图层，然后重新选择。`
    }),
    empty: ({ name }) => ({
      title: '此图层是空的',
      sentence: `${named(name)}没有可见的填充，里面也没有内容。请为它添加图片，然后重新选择。`
    }),
    'no-image': ({ name }) => ({
      title: '没有图片',
      sentence: `${named(name)}不显示图片。如仍需扩图，请单独选择它。`
    }),
    masked: ({ name }) => ({
      title: '此图层使用了蒙版',
      sentence: `${named(name)}是蒙版，或被蒙版裁切，新增的部分也会被裁掉。请选择蒙版所在的编组或画框。`
    }),
    'see-through': ({ name }) => ({
      title: '此图层是半透明的',
      sentence: `新图片会透过${named(name)}显示出来。请先将它及其填充的不透明度设为 100%。`
    }),
    blended: ({ name }) => ({
      title: '此图层使用了混合模式',
      sentence: `${named(name)}会与下方的内容混合。请先将它及其填充的混合模式设为“正常”。`
    }),
    'inside-instance': ({ name, instanceName }) => ({
      title: '此图层在实例中',
      sentence: `${named(name)}无法在${named(instanceName)}中变大，放在实例后面的新图层又会被实例挡住。请选择该实例，或主组件中的这个图层。`
    }),
    'inside-boolean': ({ name }) => ({
      title: '此图层属于布尔组合',
      sentence: `${named(name)}只用来构成布尔组合的形状。请选择布尔组合之外的图层。`
    }),
    'no-frame-around': ({ name, parentType }) => ({
      title: '没有可填满的画框',
      sentence: `${named(name)}直接位于${parentPlaces[parentType] ?? '无法填充的图层中'}。请将它放入所需尺寸的画框，或改用“向外扩展”。`
    }),
    'pattern-fill': ({ name }) => ({
      title: '此图层有图案填充',
      sentence: `${named(name)}有图案填充时，插件无法为它添加填充。请移除图案填充，或将图层放入画框。`
    }),
    'different-parents': () => ({
      title: '图层不在同一画框中',
      sentence: '请选择直接位于同一画框中的图层。'
    }),
    'no-picture-inside': ({ name }) => ({
      title: '此画框中没有图片',
      sentence: `${named(name)}中没有显示图片的图层。请放入图片，或改用“向外扩展”扩大画框。`
    }),
    'picture-is-fill': ({ name }) => ({
      title: '画框中没有空白区域',
      sentence: `图片是${named(name)}自身的填充，会随画框一起变大。如需扩展图片，请在此改用“向外扩展”。`
    }),
    'fixed-variant': ({ name }) => ({
      title: '此变体无法变大',
      sentence: `${named(name)}的尺寸或填充由自动布局、最大宽高、样式或变量决定，而组件集中不能放入其他图层。请从变体中移除这些设置，或将副本放到组件集之外。`
    }),
    'styled-instance': ({ name }) => ({
      title: '此实例的填充使用了样式',
      sentence: `添加新填充会使${named(name)}脱离样式。请改为扩展主组件，或分离实例。`
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
      sentence: `新图片位于画框所有图层之下，会被完全遮住。请隐藏${named(name)}，或将它也选为原图。`
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
      sentence: `新图片会透过${named(name)}显示出来。请先将它的不透明度设为 100%，或选择其他原图。`
    }),
    masked: ({ name }) => ({
      title: '原图使用了蒙版',
      sentence: `${named(name)}是蒙版，或位于蒙版上方，无法按所见保留。请将蒙版和它遮住的图层单独放入一个画框或编组，然后选择该画框或编组。`
    }),
    blended: ({ name }) => ({
      title: '原图使用了混合模式',
      sentence: `${named(name)}会与下方的内容混合。请先将它的混合模式设为“正常”，或选择其他原图。`
    })
  },
  insetsObstacles: {
    'no-size': ({ axis }) => `${axes[axis]}：请输入像素数。`,
    'no-larger': () => '已是此尺寸。',
    smaller: ({ axis, least }) =>
      `${axes[axis]}：只能变大，请输入不小于现有尺寸 ${Math.ceil(least)} 的数值。`,
    'not-a-number': ({ side }) => `${sides[side]}：请输入数字，例如 120 或 30%。`,
    negative: ({ side }) => `${sides[side]}：只能变大，请输入不小于 0 的数值。`,
    'nothing-to-add': () => '请拖动一边，或输入要扩展多少。',
    'too-long-and-thin': () => '新尺寸过于细长，短边将不足 64 像素。请多扩展其他边。',
    'subject-too-small': () => '图层在新尺寸中会太小。请少扩展一些，或分几次扩展。'
  },
  failures: chineseFailures,
  stages: {
    exporting: '正在读取图层…',
    preparing: '正在准备上传…',
    queued: '即将发送…',
    sending: '正在发送…',
    waiting: '正在生成…',
    receiving: '正在接收图片…',
    placing: '正在放置图片…'
  },
  sides,
  window: { corner: '窗口大小：拖动，或使用方向键' },
  expand: {
    action: '扩图',
    mode: '扩图范围',
    modes: { frame: '填满画框', sides: '向外扩展' },
    titles: { frame: { before: '填满“', after: '”' }, sides: { before: '扩展“', after: '”' } },
    pictureTitle: '原图',
    pictureHint: '勾选的图层会保留并发送；其他图层不会发送，留在上层，仍可编辑。',
    scaled: (size) => `超出图片填充的尺寸上限，新图片将为 ${size} 像素。`,
    size: (from, to) => `${from} → ${to}`,
    growthTitle: '新尺寸',
    insetsHint: '单位为 px；各边也可用图层尺寸的 %',
    ratio: '比例',
    original: '原比例',
    width: axes.width,
    height: axes.height,
    anchor: '原图位置',
    anchorNames: {
      start: { start: '左上', middle: '顶部', end: '右上' },
      middle: { start: '左侧', middle: '居中', end: '右侧' },
      end: { start: '左下', middle: '底部', end: '右下' }
    },
    variants: '方案数量',
    requests: (count) => (count === 1 ? '将发送 1 次请求，会计费' : `将发送 ${count} 次请求，每次都计费`),
    overCap: (count, cap) => `将发送 ${count} 次请求，超过每次点击的上限 ${cap} 次。`,
    underWay: '在此期间，可以扩展其他图层。',
    layers: (count) => `${count} 个图层`,
    sameSize: (count) => `${count} 个图层均已是此尺寸。`,
    noEmptySpace: (count) => `${count} 个画框中均没有空白区域。`,
    chosen: (count, all) => `${all} 个图层中的 ${count} 个`,
    mixed: '各不相同',
    nothingToAdd: '请选择比例，或输入要扩展多少。',
    several: (ready, all, areFrames) => {
      const things = areFrames ? '画框' : '图层'
      return ready === all ? `${all} 个${things}，各自扩图` : `${all} 个${things}中有 ${ready} 个可以扩图`
    },
    recentPrompts: '最近的提示词',
    advanced: '高级',
    reset: '重置',
    roll: '随机种子',
    tuning: {
      strength: {
        label: '自由度',
        placeholder: '服务默认值',
        hint: '0 到 1。新增部分可为贴合提示词而偏离原图的程度，建议不低于 0.1。'
      },
      scale: { label: '引导强度', placeholder: '7', hint: '1 到 20。结果遵循提示词的程度。' },
      steps: { label: '步数', placeholder: '30', hint: '1 到 200。步数越多，耗时越长。' },
      seed: {
        label: '种子',
        placeholder: '每张图片随机',
        hint: '相同的种子会生成几乎相同的图片。有多个方案时，用于第一个方案。'
      }
    },
    outOfRange: (label, min, max) => `${label}：请输入 ${min} 到 ${max} 的数值。`,
    requestStyle: '请求方式',
    requestStyles: { poll: '查询结果', single: '一直等待' },
    requestStyleHint: '“查询结果”更稳妥，关闭插件也不会丢失图片；“一直等待”时如果连接中断，图片会丢失。',
    prompt: '提示词',
    promptHint: '可选：希望图片周围出现什么',
    promptLength: (count, limit) => `提示词超出 ${count - limit} 个字符，服务最多接受 ${limit} 个。`,
    content: '发送的内容',
    contents: { background: '仅背景', everything: '全部内容' },
    background: (liveLayers) => `上面的 ${liveLayers} 个图层不会发送，留在上层，仍可编辑。`,
    everything: '将按当前显示的效果发送图层。',
    doubled: '将按当前显示的效果发送：其中的文字和按钮也会画进新图片，移动后会露出画进去的那一份。',
    seenTwice: (name) => `${named(name)}会透出下方的内容，因此会出现两次：新图片中一次，上层图层一次。`,
    behind: (name) => `${named(name)}保持不变，新图片放入紧挨其后的新图层。`,
    ofText: (name) => `${named(name)}是文本，新内容会围绕文字生成。如需扩展图片，请改选图片。`,
    mostlyNew: (percent) =>
      `图片的 ${percent}% 将是新生成的，原图只占一小部分。新增越多，越可能与原图不协调。`,
    filled: (name) => ({
      title: '此画框已填满',
      sentence: `${named(name)}已显示本插件生成的图片。再次填满会在上面叠加另一张图片。`
    }),
    fillAgain: '再次填满…',
    decideFirst: '请先保留或放弃新图片。',
    around: (frame, layer) => `填满${named(layer)}外层的画框${named(frame)}。`,
    ownFill: '请在此拖动各边：在画布上拉大画框，只会放大其图片。',
    originalHint: '保持图层自身的形状，每边增加 10%',
    loadingPicture: '正在载入图片…',
    noPicture: '无预览',
    component: '此组件的实例会随之变化。',
    clipped: (name) => `部分新增内容会看不到：它超出了${named(name)}，会被裁剪。`,
    previewLabel: '原图在待填充区域中的位置',
    settings: '设置',
    history: '本次生成的图片',
    noKey: '添加 API 密钥后即可扩图。',
    addKey: '添加 API 密钥',
    looking: '正在查看所选图层…'
  },
  firstRun: {
    picture: '一张图片位于放大后的画框中，以及填满后的同一画框；上层图层保持不变',
    title: '在图片四周留出空白，自动填满',
    facts: [
      {
        title: '它能做什么',
        sentence:
          '填满图片四周的空白，仿佛图片原本就这么大：先将图片外的画框拉大，或在此拖动各边。标题和按钮仍可编辑，图片本身保持不变。'
      },
      {
        title: '如何计费',
        sentence: `图片由 ${provider.name} 服务生成，使用你自己的密钥和点数。每次点击会发送多少次请求，都会事先说明。`
      },
      {
        title: '哪些内容会离开文件',
        sentence:
          '图片的像素、标明其位置的蒙版、提示词和设置。不含任何名称，也不含留在上层的图层。密钥保存在此设备上，只会发送给服务。'
      }
    ],
    getKey: `在 ${provider.name} 获取密钥`,
    lookAround: '先看看'
  },
  preview: {
    largeEnough: (size) => `改用 ${size}，比例不变`,
    kept: '保留',
    added: '新生成',
    live: '留在上层',
    inset: (side, length, part) => `${side} ${rounded(length)} px，${rounded(part * 100)}%`.trim(),
    handle: '拖动。按住 Shift：对边同时移动；按住 Alt：所有边；双击：还原。',
    letters: { width: '宽', height: '高', top: '上', right: '右', bottom: '下', left: '左' }
  },
  sizes: {
    label: '常用尺寸',
    groups: { social: '社交媒体', advertisements: '广告' },
    names: {
      instagramPost: 'Instagram 帖子',
      instagramStory: 'Instagram 快拍',
      facebookLink: 'Facebook 链接',
      xHeader: 'X 主页横幅',
      linkedInBanner: 'LinkedIn 横幅',
      youTubeThumbnail: 'YouTube 缩略图',
      leaderboard: '横幅广告',
      billboard: '大型横幅广告',
      rectangle: '中矩形广告',
      skyscraper: '摩天楼广告',
      halfPage: '半页广告'
    }
  },
  running: {
    cancel: '取消',
    cancelHint: '已发送的仍可能计费，一小时内可以获取图片。',
    percent: (percent) => `${Math.round(percent)}%`,
    elapsed: (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`,
    variant: (number) => `方案 ${number}`,
    progressLabel: '进度',
    made: (count, all) => `已完成 ${count}/${all}`
  },
  link: {
    label: '图片链接',
    placeholder: 'https://…/image.jpg',
    hint: '只发送链接，由服务自行下载图片。结果按返回的样子放在视图中央。',
    growth: '各边增加，单位为 %',
    allSides: '所有边',
    underWay: '正在扩展此图片。在此期间，可以输入其他链接。',
    obstacles: {
      'not-a-link': () => '请输入完整的链接，以 https:// 或 http:// 开头。',
      'link-too-long': ({ limit }) => `链接太长：服务最多接受 ${limit} 个字符。`,
      'private-host': ({ host }) => `服务无法访问 ${host}，请使用在互联网上可以打开的链接。`,
      'not-a-percentage': ({ side }) => `${sides[side]}：请输入百分比数值，例如 25。`,
      'out-of-range': ({ side }) => `${sides[side]}：每边须大于 0%，最多 100%。`
    }
  },
  expectedTime: {
    usual: ({ seconds }) => `通常需要 ${duration(seconds)}`,
    left: ({ seconds }) => `大约还需 ${duration(seconds)}`,
    longer: ({ seconds }) => `通常需要 ${duration(seconds)}，这次耗时较长`
  },
  ended: {
    placed: {
      grown: (name) => ({
        title: '已扩图',
        sentence: `${named(name)}已变大，新图片已作为填充添加。撤销一步即可还原。`
      }),
      filled: (name) => ({
        title: '已填满',
        sentence: `新图片是${named(name)}最上面的填充，位于其中的图层之下。撤销一步即可还原。`
      }),
      behind: (name) => ({
        title: '已放在后面',
        sentence: `${named(name)}没有改动，新图片是紧挨其后的新图层。撤销一步即可还原。`
      }),
      'changed-meanwhile': (name) => ({
        title: '已按当前尺寸放置',
        sentence: `${named(name)}的尺寸与发送时不同，因此保持当前尺寸，由新图片铺满。可以撤销。`
      }),
      replaced: (name) => ({
        title: '已放置',
        sentence: `已替换${named(name)}上之前的图片。可以撤销。`
      }),
      beside: (name) => ({
        title: '已放在旁边',
        sentence: `${named(name)}在此期间被删除。图片已作为新图层放在它原来位置的旁边，并已选中。可以撤销。`
      }),
      'in-view': (name) => ({
        title: '已放在视图中央',
        sentence: `${named(name)}是新图层，已选中，图片按返回的样子放置。撤销一步即可还原。`
      }),
      apart: (name) => ({
        title: '已放置到新图层',
        sentence: `${named(name)}的图片是视图中央的新图层，并已选中。可以撤销。`
      })
    },
    undone: {
      whole: (name) => ({ title: '已撤销', sentence: `${named(name)}已还原。` }),
      'image-only': (name) => ({ title: '已撤销', sentence: `${named(name)}的图片已不在文件中。` })
    },
    seam: (grade) => `边缘色调${edges[grade]}`,
    seamHint: (before, after) =>
      `原图边缘两侧的平均色差（ΔE 2000）为 ${after.toFixed(1)}，返回时为 ${before.toFixed(1)}。低于 1 时肉眼看不出。`,
    originalKept: '原图保留完好',
    layerLost: { made: '图片已生成，可以放置到新图层。', nothing: '请重新选择图层。' },
    verdicts: {
      repainted: '服务在返回的图片中改动了原图，请检查边缘。',
      'mask-misread': '新图片没有保留原图。'
    },
    cancelledTitle: (count) => (count === 1 ? '已取消' : `已取消 ${count} 个方案`),
    cancelledFree: '尚未发送，不会计费。',
    cancelledCharged: (_count, isClosable) =>
      `请求已发出，可能会计费。一小时内可以获取图片${isClosable ? '，关闭此提示后也可以' : ''}。`,
    cancelledUnnamed: (_count, isClosable) =>
      `请求已发送，可能消耗点数。${provider.name} 未标明图片，请在关闭${isClosable ? '此提示或' : ''}插件前获取。`,
    unnamed: (count, isClosable) => ({
      title: count === 1 ? '图片之后无法找回' : `${count} 张图片之后无法找回`,
      sentence: `${provider.name} 未标明${count === 1 ? '这张图片' : '这些图片'}，请在关闭${isClosable ? '提示或' : ''}插件前放置。`
    }),
    cancelledLost: '取消时正在发送，可能会计费。由于未收到任务编号，图片无法取回。',
    failedVariant: (number, { title, sentence }) => ({ title: `方案 ${number}：${title}`, sentence }),
    failedVariants: (count, { title, sentence }) => ({
      title: `${count} 个方案失败`,
      sentence: `${title}。${sentence}`
    }),
    problem: ({ title }, isKnown) => ({
      title: '未能完成操作',
      sentence: `${title}。${isKnown ? '没有任何改动。' : '请查看图层后重试。'}`
    }),
    elsewhere: {
      title: '已在其他窗口处理',
      sentence: '这张图片已在本插件的另一个窗口中放置或放弃。'
    },
    variants: '方案',
    variant: (number) => `方案 ${number}`,
    shownVariant: (number) => `方案 ${number}，当前显示`,
    variantStates: {
      waiting: '等待中',
      working: '生成中',
      failed: '失败',
      cancelled: '已取消',
      elsewhere: '在其他窗口'
    },
    keep: '保留',
    discard: (images) => (images > 1 ? '全部放弃' : '放弃'),
    more: (count) => `再来 ${count} 个（${count} 次请求）`,
    seeOriginal: '按住看原图',
    seeEarlier: '按住看之前的图片',
    unseen: '未查看',
    back: '关闭'
  },
  actions: {
    'open-settings': '打开设置',
    'get-credits': '购买点数',
    'change-prompt': '修改提示词',
    'other-mask': '反转蒙版重试（新请求）',
    'place-apart': '放置到新图层',
    'copy-details': '复制详情',
    copied: '已复制',
    lookAgain: '重试',
    goOn: (reached, isInDoubt, requests = 1) => {
      switch (reached) {
        case 'nothing':
          return requests === 1 ? '重试（新请求）' : `重试（${requests} 次新请求）`
        case 'task':
        case 'result':
          return '获取结果'
        case 'image':
          return isInDoubt ? '仍要放置' : '再次放置'
      }
    }
  },
  news: {
    'image-only': ({ name }) => ({
      title: '已移除图片',
      sentence: `${named(name)}变大后又有改动，因此保留当前尺寸。`
    }),
    'nothing-to-take-back': ({ name }) => ({
      title: '没有可移除的图片',
      sentence: `图片已不在${named(name)}上。`
    }),
    kept: ({ name }) => ({
      title: '已保留',
      sentence: `${named(name)}保留了新图片，仍可撤销。`
    }),
    'not-kept': ({ name }) => ({
      title: '未保留',
      sentence: `${named(name)}的图片已不在文件中，未做任何更改。`
    }),
    discarded: ({ name }) => ({
      title: '已放弃',
      sentence: `${named(name)}已恢复原样。图片仍可从“本次生成的图片”中再次放置。`
    }),
    'all-kept': ({ count }) => ({
      title: '已保留',
      sentence: `${count} 个图层已保留新图片。仍可撤销。`
    }),
    'all-discarded': ({ count }) => ({
      title: '已放弃',
      sentence: `${count} 个图层已恢复原样。图片可从“本次生成的图片”再次放置。`
    }),
    'let-go': ({ name }) => ({
      title: '已放弃',
      sentence: `${named(name)}的图片未放置。关闭此提示后，将无法再获取。`
    }),
    'no-recipe': () => ({
      title: '没有可重复的扩图',
      sentence: '所选图层没有本插件生成的图片。请选择有此类图片的图层，或在下方设置扩展多少。'
    })
  },
  queue: {
    title: ({ placed, failed, underWay, undone, ended }) =>
      [
        ...(underWay === 0 ? [] : [`${underWay} 个进行中`]),
        ...(placed === 0 ? [] : [`${placed} 个已放置`]),
        ...(undone === 0 ? [] : [`${undone} 个撤销`]),
        ...(failed === 0 ? [] : [`${failed} 个失败`]),
        ...(ended === 0 ? [] : [`${ended} 个已结束`])
      ].join('，'),
    cancelWaiting: '取消未发送的',
    cancelAll: '全部取消',
    keepAll: '全部保留',
    discardAll: '全部放弃',
    placed: '已放置',
    undone: '已撤销',
    mayBeCharged: '已取消，可能计费',
    cancel: (name) => `取消${named(name)}`,
    retry: (name, requests) =>
      requests === 0 ? `获取${named(name)}的结果` : `重试${named(name)}（${requests} 次新请求）`
  },
  remembered: {
    here: ({ finished, underWay, over }) => {
      const count = finished + underWay
      if (count === 0) {
        return { title: `插件关闭期间有 ${over} 次扩图失败`, sentence: '服务未能生成图片。' }
      }
      return finished === count
        ? { title: `插件关闭期间完成了 ${finished} 次扩图`, sentence: '图片已计费，放置时不会再次计费。' }
        : { title: `之前的 ${count + over} 次扩图`, sentence: '已计费的不会再次计费。' }
    },
    found: {
      finished: '已完成',
      working: '生成中',
      over: '失败',
      unknown: '已发送'
    },
    otherAddress: (host) => `通过 ${host} 生成，不是设置中的地址。`,
    elsewhere: {
      'other-file': (layer, file) => ({
        title: '另一个文件中有图片待放置',
        sentence: `它属于${named(file)}中的${named(layer)}。打开该文件并运行本插件，即可放置。服务会保留一小时。`
      }),
      gone: (layer, file) => ({
        title: '1 张图片已失效',
        sentence: `${named(file)}中的${named(layer)}已发送超过一小时，服务不再保留它的图片。`
      })
    },
    cutOff: (layer, file) => ({
      title: '1 次请求被中断',
      sentence: `关闭插件时，${file === '' ? '' : `${named(file)}中的`}${named(layer)}正在发送。如果请求已送达服务，可能会计费，但图片无法取回。文件没有改动。`
    }),
    unnamed: (layer, file) => ({
      title: '图片无法找回',
      sentence: `${provider.name} 未标明${file === '' ? '' : `${named(file)}中的`}${named(layer)}的图片，只有发出请求的窗口才能放置。如果该窗口已关闭，图片无法找回。可能已消耗点数。`
    }),
    ago: (minutes) => (minutes < 1 ? '刚刚' : `${minutes} 分钟前`),
    place: '放置',
    get: '获取结果',
    back: '恢复',
    discard: '放弃',
    placeOf: (layer) => `放置${named(layer)}的图片`,
    discardOf: (layer) => `放弃${named(layer)}的图片`
  },
  history: {
    title: '本次生成的图片',
    empty: '此窗口打开期间生成的图片会列在这里，可以再次放置。',
    free: '关闭此窗口之前，每张图片都可以再次放置，放弃过的也可以，不会再次计费。',
    seed: (seed) => `种子 ${seed}`,
    noPrompt: '无提示词',
    again: '再次放置',
    copySeed: '复制种子'
  },
  settings: {
    title: '设置',
    back: '返回',
    key: 'API 密钥',
    keyHint: '可在你的服务账号中获取',
    keyKept: '密钥已保存在此设备上。',
    goOn: '去扩展图片',
    keySaved: '新密钥已保存在此设备上。测试密钥不收费。',
    save: '保存密钥',
    remove: '移除密钥',
    test: '测试密钥',
    testing: '正在测试…',
    acceptedTitle: '密钥有效',
    accepted: '服务接受这个密钥。',
    region: '区域',
    regions: { global: '全球', china: '中国', own: '自定义' },
    regionHint: '密钥只能在购买时所属的区域使用。',
    ownUrl: '服务地址',
    ownUrlHint:
      '用于本机的中转程序，适合网络或服务不允许插件访问的情况：在插件文件夹中运行“npm run relay”，并填写 http://localhost:8787。Figma 只允许从文件夹导入的插件访问这个地址，其他地址一律不允许。',
    ownUrlWrong: '请输入以 http:// 或 https:// 开头的地址。',
    seam: '接缝',
    seamMatching: { on: '匹配色调', off: '不调整' },
    seamHint: '新增部分是否沿边缘匹配原图的色调。原图本身不会改变。',
    language: '语言',
    languageOfBrowser: '自动',
    cap: '单次点击上限',
    capHint: '每次点击“扩图”最多发送的请求数。每次请求生成一张图片，并单独计费。',
    mask: '蒙版',
    maskReadings: { standard: '白色为新增', inverted: '黑色为新增' },
    maskHint: '服务读取蒙版的方式。仅当返回的原图被重画时才需更改。',
    privacy:
      '密钥保存在此设备上，只会发送给服务。离开文件的内容：原图的像素、标明其位置的蒙版、你的提示词及其设置。'
  }
}
