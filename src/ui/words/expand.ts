import type { TuningField } from '../../core/expansion/tuning'
import type { Side } from '../../core/geometry/insets'
import type { SizeGroup, SizeName } from '../../core/growth/common-sizes'
import type { SubjectContent } from '../../core/plan/target'
import type { Mode } from '../state/app-state'
import { quoteName } from './quote-name'
import type { Explanation } from './say'

interface TuningWords {
  readonly label: string
  /** What the service does if the field is empty. */
  readonly placeholder: string
  /** What the setting does, with its range. */
  readonly hint: string
}

/** Formats a number with up to two decimals. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

export const englishExpand = {
  window: { corner: 'Window size: drag, or use the arrow keys' },
  expand: {
    action: 'Expand',
    mode: 'What is filled',
    modes: { frame: 'Fill frame', sides: 'Grow sides' } satisfies Readonly<Record<Mode, string>>,
    /** The parts before and after a layer's name. */
    titles: {
      frame: { before: 'Fill “', after: '”' },
      sides: { before: 'Grow “', after: '”' }
    } satisfies Readonly<Record<Mode, { readonly before: string; readonly after: string }>>,
    pictureTitle: 'Picture',
    pictureHint: 'What is ticked is kept and sent. Other layers are not sent, and stay on top.',
    scaled: (size: string): string =>
      `Larger than an image can be in Figma: the new one will have ${size} pixels.`,
    size: (from: string, to: string): string => `${from} → ${to}`,
    growthTitle: 'New size',
    insetsHint: 'in px; sides also in % of the layer',
    ratio: 'Shape',
    /** The layer's own ratio. */
    original: 'Same ratio',
    width: 'Width',
    height: 'Height',
    anchor: 'Where the picture stays',
    anchorNames: {
      start: { start: 'Top left', middle: 'Top', end: 'Top right' },
      middle: { start: 'Left', middle: 'Centre', end: 'Right' },
      end: { start: 'Bottom left', middle: 'Bottom', end: 'Bottom right' }
    } satisfies Readonly<
      Record<'start' | 'middle' | 'end', Readonly<Record<'start' | 'middle' | 'end', string>>>
    >,
    variants: 'Variants',
    requests: (count: number): string =>
      count === 1 ? 'Sends 1 request, which is charged' : `Sends ${count} requests, each charged`,
    overCap: (count: number, cap: number): string =>
      `That would be ${count} requests; your limit for one press is ${cap}.`,
    underWay: 'You can expand another layer meanwhile.',
    layers: (count: number): string => `${count} layers`,
    /** Several layers, which all have the chosen size. */
    sameSize: (count: number): string => `All ${count} layers are already this size.`,
    /** Several frames, of which none has empty space. */
    noEmptySpace: (count: number): string => `No empty space in any of the ${count} frames.`,
    chosen: (count: number, all: number): string => `${count} of ${all} layers`,
    /** Several layers with different values. */
    mixed: 'Mixed',
    /** Several layers, of which none grows. */
    nothingToAdd: 'Choose a shape, or type how far they should grow.',
    several: (ready: number, all: number, areFrames: boolean): string => {
      const things = areFrames ? 'frames' : 'layers'
      return ready === all
        ? `${all} ${things}, each on its own`
        : `${ready} of ${all} ${things} can be expanded`
    },
    recentPrompts: 'Recent prompts',
    advanced: 'Advanced',
    reset: 'Reset',
    roll: 'Draw a seed',
    tuning: {
      strength: {
        label: 'Freedom',
        placeholder: 'Service’s own',
        hint: '0 to 1. How far the new area may depart from the picture to follow the prompt; 0.1 and above is recommended.'
      },
      scale: {
        label: 'Guidance',
        placeholder: '7',
        hint: '1 to 20. How closely the prompt is followed.'
      },
      steps: { label: 'Steps', placeholder: '30', hint: '1 to 200. More take longer.' },
      seed: {
        label: 'Seed',
        placeholder: 'New for each image',
        hint: 'The same seed makes much the same image again. Of several variants, it is the first one’s.'
      }
    } satisfies Readonly<Record<TuningField, TuningWords>>,
    outOfRange: (label: string, min: number, max: number): string =>
      `${label}: type a number from ${min} to ${max}.`,
    requestStyle: 'Request',
    requestStyles: { poll: 'Ask until done', single: 'Wait for answer' },
    requestStyleHint:
      'Asking is safer: closing the plugin loses nothing. While it waits for the answer, an image is lost when the connection breaks.',
    prompt: 'Prompt',
    promptHint: 'Optional: what to add around the image',
    promptLength: (count: number, limit: number): string =>
      `Prompt: ${count - limit === 1 ? '1 character' : `${count - limit} characters`} too long; the service takes ${limit} at most.`,
    content: 'What is sent',
    contents: { background: 'Background only', everything: 'Everything' } satisfies Readonly<
      Record<SubjectContent['kind'], string>
    >,
    background: (liveLayers: number): string =>
      `${liveLayers === 1 ? 'One layer' : `${liveLayers} layers`} on it ${liveLayers === 1 ? 'is' : 'are'} not sent and ${liveLayers === 1 ? 'stays' : 'stay'} live on top.`,
    everything: 'The layer is sent as you see it.',
    /** A layer that is sent with everything in it and keeps its layers editable on top of the image. */
    doubled:
      'The layer is sent as you see it: its texts and buttons are painted into the new image too. Move one, and its copy shows.',
    seenTwice: (name: string): string =>
      `${quoteName(name)} lets what is beneath show through, so it will be seen twice: in the new image, and live on top.`,
    behind: (name: string): string =>
      `${quoteName(name)} stays as it is; the new image goes into a new layer directly behind it.`,
    /** A text is selected: the new image surrounds its letters. */
    ofText: (name: string): string =>
      `${quoteName(name)} is text: the new image will surround its letters. To extend a picture, select the picture.`,
    /** `percent` of the canvas is new area. */
    mostlyNew: (percent: number): string =>
      `${percent}% of the image will be made up: the picture is small in it. The more is made up, the less it may match.`,
    /** A frame that shows an image of this plugin. */
    filled: (name: string): Explanation => ({
      title: 'This frame is filled',
      sentence: `${quoteName(name)} shows an image made with this plugin. Filling it again lays another image over that.`
    }),
    fillAgain: 'Fill it again…',
    decideFirst: 'Keep or discard its new image first.',
    around: (frame: string, layer: string): string =>
      `Fills ${quoteName(frame)}, the frame around ${quoteName(layer)}.`,
    ownFill: 'Drag the sides here: on the canvas, the frame would only enlarge its picture.',
    originalHint: 'The layer’s own shape, with 10% more on each side',
    loadingPicture: 'Loading the picture…',
    noPicture: 'No preview',
    component: 'Instances of this component change with it.',
    clipped: (name: string): string =>
      `Part of what is added will not be seen: it lies outside of ${quoteName(name)}, which clips its content.`,
    previewLabel: 'The picture within the area to be filled',
    settings: 'Settings',
    history: 'Images of this session',
    noKey: 'Add your API key to expand images.',
    addKey: 'Add API key',
    looking: 'Looking at the selection…'
  },
  preview: {
    /** A size that would cut the source image: the smallest of its ratio that does not. */
    largeEnough: (size: string): string => `Use ${size} instead (same proportions)`,
    kept: 'Kept',
    added: 'New',
    live: 'Stays live on top',
    /** The inset of a side: `length` in document units, `part` of the layer. */
    inset: (side: string, length: number, part: number): string =>
      `${side} ${rounded(length)} px, ${rounded(part * 100)}%`.trim(),
    /** Keys that can be held while a side or corner is dragged. */
    handle: 'Drag. Shift: the opposite side too. Alt: all sides. Double press: none.',
    /** One letter each, in front of their fields. */
    letters: { width: 'W', height: 'H', top: 'T', right: 'R', bottom: 'B', left: 'L' } satisfies Readonly<
      Record<Side | 'width' | 'height', string>
    >
  },
  sizes: {
    label: 'Common sizes',
    groups: { social: 'Social', advertisements: 'Advertisements' } satisfies Readonly<
      Record<SizeGroup, string>
    >,
    names: {
      instagramPost: 'Instagram post',
      instagramStory: 'Instagram story',
      facebookLink: 'Facebook link',
      xHeader: 'X header',
      linkedInBanner: 'LinkedIn banner',
      youTubeThumbnail: 'YouTube thumbnail',
      leaderboard: 'Leaderboard',
      billboard: 'Billboard',
      rectangle: 'Medium rectangle',
      skyscraper: 'Skyscraper',
      halfPage: 'Half page'
    } satisfies Readonly<Record<SizeName, string>>
  }
}

export const chineseExpand = {
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
    width: '宽度',
    height: '高度',
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
    seenTwice: (name) => `${quoteName(name)}会透出下方的内容，因此会出现两次：新图片中一次，上层图层一次。`,
    behind: (name) => `${quoteName(name)}保持不变，新图片放入紧挨其后的新图层。`,
    ofText: (name) => `${quoteName(name)}是文本，新内容会围绕文字生成。如需扩展图片，请改选图片。`,
    mostlyNew: (percent) =>
      `图片的 ${percent}% 将是新生成的，原图只占一小部分。新增越多，越可能与原图不协调。`,
    filled: (name) => ({
      title: '此画框已填满',
      sentence: `${quoteName(name)}已显示本插件生成的图片。再次填满会在上面叠加另一张图片。`
    }),
    fillAgain: '再次填满…',
    decideFirst: '请先保留或放弃新图片。',
    around: (frame, layer) => `填满${quoteName(layer)}外层的画框${quoteName(frame)}。`,
    ownFill: '请在此拖动各边：在画布上拉大画框，只会放大其图片。',
    originalHint: '保持图层自身的形状，每边增加 10%',
    loadingPicture: '正在载入图片…',
    noPicture: '无预览',
    component: '此组件的实例会随之变化。',
    clipped: (name) => `部分新增内容会看不到：它超出了${quoteName(name)}，会被裁剪。`,
    previewLabel: '原图在待填充区域中的位置',
    settings: '设置',
    history: '本次生成的图片',
    noKey: '添加 API 密钥后即可扩图。',
    addKey: '添加 API 密钥',
    looking: '正在查看所选图层…'
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
  }
} satisfies typeof englishExpand
