import { provider } from '../../core/provider'
import type { Settings } from '../../core/settings'

export const englishSettings = {
  /** The first-run screen, shown until there is a key. */
  firstRun: {
    picture: 'A picture in a larger frame, and the same frame filled; the layers on top stay as they are',
    title: 'Make room around a picture, and fill it',
    facts: [
      {
        title: 'What it does',
        sentence:
          'It fills the empty area around a picture as if the picture had always been that large: in a frame that you dragged larger around it, or on sides that you drag here. Headlines and buttons stay live; the picture stays as it is.'
      },
      {
        title: 'What it costs',
        sentence: `The images are made by the service ${provider.name}, with your own key and your own credits. You are told how many requests each press sends.`
      },
      {
        title: 'What leaves the file',
        sentence:
          'The pixels of the picture, a mask of where it is, your prompt and the settings. No names, and no layers that stay live. The key is kept on this device and sent to the service only.'
      }
    ],
    getKey: `Get a key at ${provider.name}`,
    lookAround: 'Look around first'
  },
  settings: {
    title: 'Settings',
    back: 'Back',
    key: 'API key',
    keyHint: 'From your account with the service',
    keyKept: 'A key is saved on this device.',
    goOn: 'Go on to Expand',
    keySaved: 'The new key is saved on this device. Testing it costs nothing.',
    save: 'Save key',
    remove: 'Remove key',
    test: 'Test key',
    testing: 'Testing…',
    acceptedTitle: 'Key accepted',
    accepted: 'The service accepts this key.',
    region: 'Region',
    regions: { global: 'Global', china: 'China', own: 'Own URL' } satisfies Readonly<
      Record<Settings['region'], string>
    >,
    regionHint: 'A key works in the region where it was bought.',
    ownUrl: 'Service URL',
    ownUrlHint:
      'For a relay on this computer, where the network or the service lets no plugin through: run “npm run relay” in the plugin’s folder and type http://localhost:8787. Figma allows that address, and no other, to a plugin that was imported from its folder.',
    ownUrlWrong: 'Type an address that starts with https:// or http://.',
    seam: 'Seam',
    seamMatching: { on: 'Match tones', off: 'As it comes' },
    seamHint:
      'Whether new areas take on the tones of the picture along its edge. The picture itself never changes.',
    language: 'Language',
    languageOfBrowser: 'Automatic',
    cap: 'Request limit',
    capHint: 'The most that one press of Expand may send. Each request is one image, and is charged.',
    mask: 'Mask',
    maskReadings: { standard: 'White is new', inverted: 'Black is new' },
    maskHint: 'How the service reads masks. Change it only when originals come back repainted.',
    privacy:
      'The key stays on this device and is sent to the service only. What leaves the file: the pixels of the picture, a mask of where it is, your prompt, and the settings of the expansion.'
  }
}

export const chineseSettings = {
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
} satisfies typeof englishSettings
