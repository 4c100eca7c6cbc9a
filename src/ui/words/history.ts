import type { LostUpload } from '../../core/expansion/lost-upload'
import { provider } from '../../core/provider'
import { quoteName } from './quote-name'
import type { Explanation } from './say'

function inFile(layer: string, file: string): string {
  return `${quoteName(layer)}${file === '' ? '' : ` in ${quoteName(file)}`}`
}

export const englishHistory = {
  /** Paid tasks of earlier sessions. */
  remembered: {
    here: ({
      finished,
      underWay,
      over
    }: {
      readonly finished: number
      readonly underWay: number
      readonly over: number
    }): Explanation => {
      const count = finished + underWay
      if (count === 0) {
        return {
          title: `${over === 1 ? 'An expansion' : `${over} expansions`} failed while you were away`,
          sentence: 'The service could not make the image.'
        }
      }
      return finished === count
        ? {
            title: `${finished === 1 ? 'An expansion' : `${finished} expansions`} finished while you were away`,
            sentence: `${count === 1 ? 'It is' : 'They are'} paid for: placing costs nothing more.`
          }
        : {
            title: `${count + over === 1 ? 'An expansion' : `${count + over} expansions`} from before`,
            sentence: 'What is paid for is not charged again.'
          }
    },
    found: {
      finished: 'Finished',
      working: 'Still being made',
      over: 'Failed',
      gone: 'No longer kept',
      unknown: 'Sent'
    },
    canceled: 'Canceled',
    /** Of several images of one expansion. */
    images: (count: number): string => (count === 1 ? '1 image' : `${count} images`),
    imageNumber: (number: number): string => `Image ${number}`,
    /** Of a task that was sent to another address than that of the settings. */
    otherAddress: (host: string): string => `Generated through ${host}, not the address in Settings.`,
    elsewhere: {
      'other-file': (layer, file) => ({
        title: 'An image waits in another file',
        sentence: `It belongs to ${quoteName(layer)} in ${quoteName(file)}. Open that file, and this plugin in it, to place it. The service keeps it for an hour.`
      }),
      gone: (layer, file) => ({
        title: 'An image is gone',
        sentence: `${quoteName(layer)} in ${quoteName(file)} was sent more than an hour ago; the service no longer keeps its image.`
      })
    } satisfies Readonly<Record<'other-file' | 'gone', (layer: string, file: string) => Explanation>>,
    /** The plugin was closed with an image that only it could get. */
    lost: {
      recent: (layer, file) => ({
        title: 'Upload interrupted',
        sentence: `An upload for ${inFile(layer, file)} was in progress when the plugin closed. Credits may be used. Your file wasn’t changed.`
      }),
      final: (layer, file) => ({
        title: 'Image can’t be retrieved',
        sentence: `The plugin closed before ${provider.name} confirmed the upload for ${inFile(layer, file)}. Credits may have been used. Your file wasn’t changed.`
      }),
      /** The answer of another window has the image and does not say which it is. */
      unnamed: (layer, file) => ({
        title: 'Image can’t be retrieved',
        sentence: `${provider.name} didn’t identify the image for ${inFile(layer, file)}, so only the window that requested it could place it, and that window was closed. Credits may have been used.`
      })
    } satisfies Readonly<Record<LostUpload['phase'], (layer: string, file: string) => Explanation>>,
    /** How long ago it was sent. */
    ago: (minutes: number): string => (minutes < 1 ? 'just now' : `${minutes} min ago`),
    place: 'Place',
    /** A task that is not known to be finished. */
    get: 'Get the result',
    /** A task that was discarded just now. */
    back: 'Get it back',
    discard: 'Discard',
    /** Accessible names that include the layer. */
    placeOf: (layer: string): string => `Place the image for ${quoteName(layer)}`,
    discardOf: (layer: string): string => `Discard the image for ${quoteName(layer)}`
  },
  history: {
    title: 'Images of this session',
    empty: 'Images that are made while this window is open can be placed again from here.',
    free: 'Until this window is closed, each can be placed again, even if it was discarded. That costs nothing.',
    seed: (seed: number): string => `Seed ${seed}`,
    noPrompt: 'No prompt',
    again: 'Place again',
    copySeed: 'Copy seed'
  }
}

function chineseInFile(layer: string, file: string): string {
  return `${file === '' ? '' : `${quoteName(file)}中的`}${quoteName(layer)}`
}

export const chineseHistory = {
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
      gone: '已失效',
      unknown: '已发送'
    },
    canceled: '已取消',
    images: (count) => `${count} 张图片`,
    imageNumber: (number) => `第 ${number} 张`,
    otherAddress: (host) => `通过 ${host} 生成，不是设置中的地址。`,
    elsewhere: {
      'other-file': (layer, file) => ({
        title: '另一个文件中有图片待放置',
        sentence: `它属于${quoteName(file)}中的${quoteName(layer)}。打开该文件并运行本插件，即可放置。服务会保留一小时。`
      }),
      gone: (layer, file) => ({
        title: '1 张图片已失效',
        sentence: `${quoteName(file)}中的${quoteName(layer)}已发送超过一小时，服务不再保留它的图片。`
      })
    },
    lost: {
      recent: (layer, file) => ({
        title: '上传被中断',
        sentence: `关闭插件时，${chineseInFile(layer, file)}正在上传。可能会消耗点数。文件未改动。`
      }),
      final: (layer, file) => ({
        title: '图片无法找回',
        sentence: `插件在 ${provider.name} 确认${chineseInFile(layer, file)}的上传之前关闭了。可能已消耗点数。文件未改动。`
      }),
      unnamed: (layer, file) => ({
        title: '图片无法找回',
        sentence: `${provider.name} 未标明${chineseInFile(layer, file)}的图片，只有发出请求的窗口才能放置，而该窗口已关闭。可能已消耗点数。`
      })
    },
    ago: (minutes) => (minutes < 1 ? '刚刚' : `${minutes} 分钟前`),
    place: '放置',
    get: '获取结果',
    back: '恢复',
    discard: '放弃',
    placeOf: (layer) => `放置${quoteName(layer)}的图片`,
    discardOf: (layer) => `放弃${quoteName(layer)}的图片`
  },
  history: {
    title: '本次生成的图片',
    empty: '此窗口打开期间生成的图片会列在这里，可以再次放置。',
    free: '关闭此窗口之前，每张图片都可以再次放置，放弃过的也可以，不会再次计费。',
    seed: (seed) => `种子 ${seed}`,
    noPrompt: '无提示词',
    again: '再次放置',
    copySeed: '复制种子'
  }
} satisfies typeof englishHistory
