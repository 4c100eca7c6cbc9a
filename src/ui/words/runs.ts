import type { ExpectedTime } from '../../core/expansion/expected-time'
import type { Stage } from '../expansion/expansion-types'
import { quoteName } from './quote-name'
import type { ForEvery } from './say'

function englishDuration(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

const englishExpectedTime: ForEvery<ExpectedTime, string> = {
  usual: ({ seconds }) => `Usually ${englishDuration(seconds)}`,
  left: ({ seconds }) => `About ${englishDuration(seconds)} left`,
  longer: ({ seconds }) => `Taking longer than usual (${englishDuration(seconds)})`
}

export const englishRuns = {
  stages: {
    exporting: 'Reading the layer…',
    preparing: 'Preparing the upload…',
    queued: 'About to be sent…',
    sending: 'Sending…',
    waiting: 'Generating…',
    receiving: 'Receiving the image…',
    placing: 'Placing the image…'
  } satisfies Readonly<Record<Stage, string>>,
  running: {
    cancel: 'Cancel',
    /** The cost of canceling. */
    cancelHint: 'What is sent may be charged all the same; its image can be had for an hour.',
    percent: (percent: number): string => `${Math.round(percent)}%`,
    elapsed: (seconds: number): string =>
      `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`,
    variant: (number: number): string => `Variant ${number}`,
    progressLabel: 'Progress',
    /** Several variations. */
    made: (count: number, all: number): string => `${count} of ${all} made`
  },
  expectedTime: englishExpectedTime,
  queue: {
    title: ({
      placed,
      failed,
      underWay,
      undone,
      ended
    }: {
      readonly placed: number
      readonly failed: number
      readonly underWay: number
      readonly undone: number
      /** Canceled, or handled in another window. */
      readonly ended: number
    }): string =>
      [
        ...(underWay === 0 ? [] : [`${underWay} under way`]),
        ...(placed === 0 ? [] : [`${placed} placed`]),
        ...(undone === 0 ? [] : [`${undone} undone`]),
        ...(failed === 0 ? [] : [`${failed} failed`]),
        ...(ended === 0 ? [] : [`${ended} ended`])
      ].join(', '),
    cancelWaiting: 'Cancel unsent',
    cancelAll: 'Cancel all',
    keepAll: 'Keep all',
    discardAll: 'Discard all',
    placed: 'Placed',
    undone: 'Undone',
    /** An expansion that was canceled after a request was sent. */
    mayBeCharged: 'Cancelled, may be charged',
    cancel: (name: string): string => `Cancel ${quoteName(name)}`,
    /** Retries from what already exists, or with a new request. */
    retry: (name: string, requests: number): string =>
      requests === 0
        ? `Get the result of ${quoteName(name)}`
        : `Try ${quoteName(name)} again (${requests} new ${requests === 1 ? 'request' : 'requests'})`
  }
}

function chineseDuration(seconds: number): string {
  return seconds < 90 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`
}

export const chineseRuns = {
  stages: {
    exporting: '正在读取图层…',
    preparing: '正在准备上传…',
    queued: '即将发送…',
    sending: '正在发送…',
    waiting: '正在生成…',
    receiving: '正在接收图片…',
    placing: '正在放置图片…'
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
  expectedTime: {
    usual: ({ seconds }) => `通常需要 ${chineseDuration(seconds)}`,
    left: ({ seconds }) => `大约还需 ${chineseDuration(seconds)}`,
    longer: ({ seconds }) => `通常需要 ${chineseDuration(seconds)}，这次耗时较长`
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
    cancel: (name) => `取消${quoteName(name)}`,
    retry: (name, requests) =>
      requests === 0 ? `获取${quoteName(name)}的结果` : `重试${quoteName(name)}（${requests} 次新请求）`
  }
} satisfies typeof englishRuns
