import type { SeamGrade } from '../../core/expansion/seam-grade'
import type { KnownAreaVerdict } from '../../core/mask/known-area-verdict'
import { provider } from '../../core/provider'
import type { Reached } from '../expansion/expansion-types'
import type { FailureAction } from '../expansion/failure-actions'
import type { Where } from '../expansion/run'
import type { News } from '../state/app-state'
import { chineseClaims, englishClaims } from './failures/claims'
import { quoteName } from './quote-name'
import type { Explanation, ForEvery } from './say'

const englishEdges = { unseen: 'match', 'hardly-seen': 'nearly match', seen: 'differ' } as const

const englishNews: ForEvery<Exclude<News, { readonly kind: 'failed' }>, Explanation> = {
  'image-only': ({ name }) => ({
    title: 'The image was taken away',
    sentence: `${quoteName(name)} was changed after it grew, so it keeps its size.`
  }),
  'nothing-to-take-back': ({ name }) => ({
    title: 'Nothing to take back',
    sentence: `The image was not on ${quoteName(name)} any more.`
  }),
  kept: ({ name }) => ({
    title: 'Kept',
    sentence: `${quoteName(name)} keeps its new image. Undo still takes it back.`
  }),
  'not-kept': ({ name }) => ({
    title: 'Not kept',
    sentence: `The image for ${quoteName(name)} isn’t in the file anymore. Nothing was changed.`
  }),
  discarded: ({ name }) => ({
    title: 'Discarded',
    sentence: `${quoteName(name)} is as it was. The image can be placed again from Images of this session.`
  }),
  'all-kept': ({ count }) => ({
    title: 'Kept',
    sentence: `${count === 1 ? 'One layer keeps its new image' : `${count} layers keep their new images`}. Undo still takes back what was placed.`
  }),
  'all-discarded': ({ count }) => ({
    title: 'Discarded',
    sentence: `${count === 1 ? 'One layer is as it was' : `${count} layers are as they were`}. The images can be placed again from Images of this session.`
  }),
  'let-go': ({ name }) => ({
    title: 'Discarded',
    sentence: `The image for ${quoteName(name)} was not placed. Once this is closed, it can’t be had again.`
  }),
  'no-recipe': () => ({
    title: 'Nothing to expand again',
    sentence:
      'The selected layer has no image made with this plugin. Select one that has, or set below how far this one should grow.'
  })
}

export const englishEnded = {
  ended: {
    placed: {
      grown: (name) => ({
        title: 'Expanded',
        sentence: `${quoteName(name)} has grown; the new image is one of its fills. Undo takes it back in one step.`
      }),
      filled: (name) => ({
        title: 'Filled',
        sentence: `The new image is the top fill of ${quoteName(name)}, under its layers. Undo takes it back in one step.`
      }),
      behind: (name) => ({
        title: 'Placed behind',
        sentence: `${quoteName(name)} is as it was; the new image is a new layer directly behind it. Undo takes it back in one step.`
      }),
      'changed-meanwhile': (name) => ({
        title: 'Placed at its current size',
        sentence: `${quoteName(name)} was resized meanwhile: it keeps its size, and the new image covers it. Undo takes it back.`
      }),
      replaced: (name) => ({
        title: 'Placed',
        sentence: `It took the place of the earlier image on ${quoteName(name)}. Undo takes it back.`
      }),
      beside: (name) => ({
        title: 'Placed beside',
        sentence: `${quoteName(name)} was removed meanwhile. The image is a new layer beside where it was, and selected. Undo takes it back.`
      }),
      'in-view': (name) => ({
        title: 'Placed in the middle of the view',
        sentence: `${quoteName(name)} is a new layer, now selected, with the image as it came. Undo takes it back in one step.`
      }),
      apart: (name) => ({
        title: 'Placed as a new layer',
        sentence: `The image for ${quoteName(name)} is a new layer in the middle of the view, and selected. Undo takes it back.`
      })
    } satisfies Readonly<Record<Where, (name: string) => Explanation>>,
    /** An image that is not in the document anymore: undone with all its changes, or alone. */
    undone: {
      whole: (name) => ({ title: 'Undone', sentence: `${quoteName(name)} is back to how it was.` }),
      'image-only': (name) => ({
        title: 'Undone',
        sentence: `The image for ${quoteName(name)} isn’t in the file anymore.`
      })
    } satisfies Readonly<Record<'whole' | 'image-only', (name: string) => Explanation>>,
    seam: (grade: SeamGrade): string => `Tones at the edge ${englishEdges[grade]}`,
    /** ΔE 2000 of the result and of the placed image. */
    seamHint: (before: number, after: number): string =>
      `Mean colour difference across the edge of the picture (ΔE 2000): ${after.toFixed(1)}, and ${before.toFixed(1)} as the image came. Below 1 can’t be seen.`,
    originalKept: 'Original kept',
    /** What can be done if a layer cannot get its image. */
    layerLost: { made: 'The image is made: place it as a new layer.', nothing: 'Select a layer again.' },
    verdicts: {
      repainted: 'The service repainted some of the original in its image; look at the edges.',
      'mask-misread': 'The original was not kept in the new image.'
    } satisfies Readonly<Record<Exclude<KnownAreaVerdict, 'kept'>, string>>,
    /** Canceled while it was sent: the answer is awaited. */
    canceling: {
      title: 'Canceling…',
      sentence: `Waiting for ${provider.name} to confirm, so you can still get the image.`
    },
    cancelledTitle: (count: number): string => (count === 1 ? 'Cancelled' : `${count} variants cancelled`),
    cancelledFree: englishClaims['nothing sent'].sentence,
    /** `isClosable`: the notice can be dismissed. */
    cancelledCharged: (count: number, isClosable: boolean): string =>
      `Already sent, so ${count === 1 ? 'it' : 'they'} ${englishClaims['perhaps charged'].phrase}. ${englishClaims['available for an hour'].phrase} ${count === 1 ? 'its image' : 'their images'} can be had${isClosable ? ', also after this is closed' : ''}.`,
    /** Images without a known task: only this window can get them. */
    cancelledUnnamed: (count: number, isClosable: boolean): string =>
      `Already sent, so credits may be used. ${provider.name} didn’t identify the ${count === 1 ? 'image: get it' : 'images: get them'} before you ${isClosable ? 'dismiss this or ' : ''}close the plugin.`,
    /** The same for images that were not canceled and are not in the document. */
    unnamed: (count: number, isClosable: boolean): Explanation => ({
      title: count === 1 ? 'Image can’t be retrieved later' : `${count} images can’t be retrieved later`,
      sentence: `${provider.name} didn’t identify ${count === 1 ? 'it. Place it' : 'them. Place what you need'} before you ${isClosable ? 'dismiss this or ' : ''}close the plugin.`
    }),
    /** Sent, and canceled before its task was known. */
    cancelledLost:
      'Cancelled while it was sent, so it may be charged. Its image can’t be had: no answer came that says which it is.',
    failedVariant: (number: number, { title, sentence }: Explanation): Explanation => ({
      title: `Variant ${number}: ${title}`,
      sentence
    }),
    failedVariants: (count: number, { title, sentence }: Explanation): Explanation => ({
      title: `${count} variants failed`,
      sentence: `${title}. ${sentence}`
    }),
    /** A failed action; `isKnown`: it is certain that nothing was changed. */
    problem: ({ title }: Explanation, isKnown: boolean): Explanation => ({
      title: 'That could not be done',
      sentence: `${title}. ${isKnown ? 'Nothing was changed by it.' : 'Look at the layer, then try again.'}`
    }),
    elsewhere: {
      title: 'Done in another window',
      sentence: 'Another window of this plugin has placed or discarded this image.'
    },
    variants: 'Variants',
    variant: (number: number): string => `Variant ${number}`,
    shownVariant: (number: number): string => `Variant ${number}, shown`,
    variantStates: {
      waiting: 'Waiting',
      working: 'Being made',
      canceling: 'Canceling…',
      failed: 'Failed',
      cancelled: 'Cancelled',
      elsewhere: 'In another window'
    },
    keep: 'Keep',
    discard: (images: number): string => (images > 1 ? 'Discard all' : 'Discard'),
    more: (count: number): string =>
      count === 1 ? '1 more variant (1 request)' : `${count} more variants (${count} requests)`,
    seeOriginal: 'Hold for original',
    /** An image that replaced another. */
    seeEarlier: 'Hold for earlier image',
    /** A variation that was not viewed yet. */
    unseen: 'new',
    back: 'Dismiss'
  },
  actions: {
    'open-settings': 'Open settings',
    'get-credits': 'Get credits',
    'change-prompt': 'Change the prompt',
    'other-mask': 'Try the other reading (new request)',
    'place-apart': 'Place as a new layer',
    'copy-details': 'Copy details',
    copied: 'Copied',
    lookAgain: 'Try again',
    /** The action that continues from what already exists; an image in doubt is placed anyway. */
    goOn: (reached: Reached['kind'], isInDoubt: boolean, requests: number): string => {
      switch (reached) {
        case 'nothing':
          return requests === 1 ? 'Try again (new request)' : `Try again (${requests} new requests)`
        case 'task':
        case 'result':
          return 'Get the result'
        case 'image':
          return isInDoubt ? 'Place anyway' : 'Place again'
      }
    }
  } satisfies Readonly<Record<Exclude<FailureAction, 'go-on'>, string>> &
    Readonly<Record<'copied' | 'lookAgain', string>> & { readonly goOn: unknown },
  news: englishNews
}

const chineseEdges = { unseen: '一致', 'hardly-seen': '接近', seen: '不一致' } as const

export const chineseEnded = {
  ended: {
    placed: {
      grown: (name) => ({
        title: '已扩图',
        sentence: `${quoteName(name)}已变大，新图片已作为填充添加。撤销一步即可还原。`
      }),
      filled: (name) => ({
        title: '已填满',
        sentence: `新图片是${quoteName(name)}最上面的填充，位于其中的图层之下。撤销一步即可还原。`
      }),
      behind: (name) => ({
        title: '已放在后面',
        sentence: `${quoteName(name)}没有改动，新图片是紧挨其后的新图层。撤销一步即可还原。`
      }),
      'changed-meanwhile': (name) => ({
        title: '已按当前尺寸放置',
        sentence: `${quoteName(name)}的尺寸与发送时不同，因此保持当前尺寸，由新图片铺满。可以撤销。`
      }),
      replaced: (name) => ({
        title: '已放置',
        sentence: `已替换${quoteName(name)}上之前的图片。可以撤销。`
      }),
      beside: (name) => ({
        title: '已放在旁边',
        sentence: `${quoteName(name)}在此期间被删除。图片已作为新图层放在它原来位置的旁边，并已选中。可以撤销。`
      }),
      'in-view': (name) => ({
        title: '已放在视图中央',
        sentence: `${quoteName(name)}是新图层，已选中，图片按返回的样子放置。撤销一步即可还原。`
      }),
      apart: (name) => ({
        title: '已放置到新图层',
        sentence: `${quoteName(name)}的图片是视图中央的新图层，并已选中。可以撤销。`
      })
    },
    undone: {
      whole: (name) => ({ title: '已撤销', sentence: `${quoteName(name)}已还原。` }),
      'image-only': (name) => ({ title: '已撤销', sentence: `${quoteName(name)}的图片已不在文件中。` })
    },
    seam: (grade) => `边缘色调${chineseEdges[grade]}`,
    seamHint: (before, after) =>
      `原图边缘两侧的平均色差（ΔE 2000）为 ${after.toFixed(1)}，返回时为 ${before.toFixed(1)}。低于 1 时肉眼看不出。`,
    originalKept: '原图保留完好',
    layerLost: { made: '图片已生成，可以放置到新图层。', nothing: '请重新选择图层。' },
    verdicts: {
      repainted: '服务在返回的图片中改动了原图，请检查边缘。',
      'mask-misread': '新图片没有保留原图。'
    },
    canceling: {
      title: '正在取消…',
      sentence: `正在等待 ${provider.name} 确认，确认后仍可获取图片。`
    },
    cancelledTitle: (count) => (count === 1 ? '已取消' : `已取消 ${count} 个方案`),
    cancelledFree: '尚未发送，不会计费。',
    cancelledCharged: (_count, isClosable) =>
      `请求已发出，${chineseClaims['perhaps charged'].will}。${chineseClaims['available for an hour'].phrase}${isClosable ? '，关闭此提示后也可以' : ''}。`,
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
      canceling: '正在取消…',
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
    goOn: (reached, isInDoubt, requests) => {
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
      sentence: `${quoteName(name)}变大后又有改动，因此保留当前尺寸。`
    }),
    'nothing-to-take-back': ({ name }) => ({
      title: '没有可移除的图片',
      sentence: `图片已不在${quoteName(name)}上。`
    }),
    kept: ({ name }) => ({
      title: '已保留',
      sentence: `${quoteName(name)}保留了新图片，仍可撤销。`
    }),
    'not-kept': ({ name }) => ({
      title: '未保留',
      sentence: `${quoteName(name)}的图片已不在文件中，未做任何更改。`
    }),
    discarded: ({ name }) => ({
      title: '已放弃',
      sentence: `${quoteName(name)}已恢复原样。图片仍可从“本次生成的图片”中再次放置。`
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
      sentence: `${quoteName(name)}的图片未放置。关闭此提示后，将无法再获取。`
    }),
    'no-recipe': () => ({
      title: '没有可重复的扩图',
      sentence: '所选图层没有本插件生成的图片。请选择有此类图片的图层，或在下方设置扩展多少。'
    })
  }
} satisfies typeof englishEnded
