import type { Failure, TaskFailureReason } from '../../../core/failures'
import { provider } from '../../../core/provider'
import type { Explanation, ForEvery } from '../say'
import { chineseClaims } from './claims'
import { type HowFar, ofCredits } from './of-credits'

const unchanged = chineseClaims['file unchanged'].sentence
const unsent = chineseClaims['nothing sent'].sentence
const uncharged = chineseClaims['nothing charged'].sentence
const perhapsCharged = chineseClaims['perhaps charged']
const notChargedAgain = chineseClaims['not charged again']
const retry = chineseClaims['try again']

const perhapsSent = `请求可能已发送，${perhapsCharged.will}。`
const askAgain = `点击“获取结果”可再次查询，${notChargedAgain.phrase}。`

const taskFailures: Readonly<Record<TaskFailureReason, string>> = {
  failed: `服务未能生成这张图片。请${retry.phrase}，或修改提示词。`,
  'result-not-stored': `图片已生成，但服务未能保存。请${retry.phrase}。`,
  'url-unreachable': `服务未能获取图片。请确认链接无需登录即可打开，然后${retry.phrase}。`,
  'too-large': '服务认为图片太大。请对较小的图层扩图。',
  'invalid-image': '服务无法读取图片。请换一个图层。',
  'timed-out': `服务处理超时，已停止。请${retry.phrase}。`,
  internal: `服务内部出错。请一分钟后${retry.phrase}。`,
  'content-refused': '图片未通过服务的内容审核。请换一张图片。',
  'cancelled-abnormally': `服务中断了任务。请${retry.phrase}。`,
  'short-of-resources': `服务繁忙。请几分钟后${retry.phrase}。`,
  'prompt-refused': `提示词未通过服务的内容审核。请修改后${retry.phrase}。`,
  undocumented: `服务返回了含义不明的代码。请${retry.phrase}。`
}

export const chineseFailures: ForEvery<Failure, Explanation, readonly [howFar: HowFar]> = {
  'no-key': (_, howFar) => ({
    title: '没有 API 密钥',
    sentence: `请在设置中添加密钥。${ofCredits(howFar, { paid: askAgain })}${unchanged}`
  }),
  'mask-misread': () => ({
    title: '返回的原图被重画了',
    sentence: `服务保留的是空白区域，可能把蒙版读反了。${unchanged}反转蒙版会发送${retry.newRequest}，另行计费。`
  }),
  unchanged: () => ({
    title: '没有生成新内容',
    sentence: `服务原样返回了图片，${perhapsCharged.past}。${unchanged}换个提示词也许有用，但会发送${retry.newRequest}，另行计费。`
  }),
  'wrong-key': (_, howFar) => ({
    title: '密钥被拒绝',
    sentence: `服务在此区域不接受这个 API 密钥。请检查密钥和区域。${ofCredits(howFar, { paid: askAgain, unpaid: uncharged })}${unchanged}`
  }),
  'out-of-credits': ({ message }, howFar) => ({
    title: '点数不足',
    sentence: `${said('服务', message)}${again('请为账号购买点数', howFar)}${unchanged}`
  }),
  'invalid-request': ({ field, rule }, howFar) => ({
    title: '无法发送',
    sentence: `${fieldNames[field] ?? `“${field}”`}${ruleInChinese(rule)}。${whileUnsent(howFar)}${unchanged}`
  }),
  refused: ({ status, message }, howFar) => ({
    title: '服务拒绝了请求',
    sentence: `${said('服务', message, `服务未说明原因，只返回了代码 ${status}。`)}${unchanged}${ofCredits(howFar, { paid: askAgain })}如果再次出现，请复制详情并反馈。`
  }),
  'unknown-task': (_, howFar) => ({
    title: howFar === 'nothing' ? '图片已失效' : '暂未找到图片',
    sentence: `${
      howFar === 'nothing'
        ? `${provider.name} 只保留一小时，此图片已不再保留。`
        : `${provider.name} 暂时找不到此图片，可能仍在生成。`
    }${ofCredits(howFar, { paid: askAgain })}${unchanged}`
  }),
  'upload-too-large': () => ({
    title: '图片太大',
    sentence: `服务认为图片太大。${unchanged}请对较小的图层扩图。`
  }),
  'too-many-requests': (_, howFar) => ({
    title: '请求过于频繁',
    sentence: `每个密钥每秒只能发送几次请求。${unchanged}${ofCredits(howFar, { paid: `请稍候。${askAgain}`, unpaid: `请稍候${retry.later}。` })}`
  }),
  'server-fault': ({ status, message }, howFar) => ({
    title: '服务出现故障',
    sentence: `服务返回了代码 ${status}。${said('服务', message, '')}${unchanged}${ofCredits(howFar, {
      paid: askAgain,
      unpaid: `这次请求仍${perhapsCharged.phrase}，请一分钟后${retry.phrase}。`,
      alone: `请一分钟后${retry.phrase}。`
    })}`
  }),
  unreachable: ({ sent }, howFar) => ({
    title: '无法连接服务',
    sentence: `可能已断网，也可能是网络或服务不允许插件访问。${unchanged}${
      sent === 'no' ? '' : perhapsSent
    }${again('请检查网络和区域', howFar)}如果仍然不行，可在本机使用中转程序：见设置中的“自定义”。`
  }),
  'answer-lost': () => ({
    title: '未收到响应',
    sentence: `请求已发送，${perhapsCharged.past}，但未收到可读取的响应。${unchanged}${retry.phrase}会发送${retry.newRequest}。`
  }),
  'still-running': ({ waitedMs }) => ({
    title: '尚未完成',
    sentence: `服务已处理 ${duration(waitedMs)}。${unchanged}点击“获取结果”可继续等待，${notChargedAgain.phrase}。`
  }),
  'task-failed': ({ reason, message }) => ({
    title: '服务未能完成扩图',
    sentence: `${taskFailures[reason]}${said('服务', message, '')}${perhapsCharged.will}。${unchanged}`
  }),
  'unknown-state': ({ state }) => ({
    title: '无法识别服务的响应',
    sentence: `返回的状态（${state === null ? '无' : String(state)}）没有公开说明。${unchanged}${askAgain}`
  }),
  'unreadable-answer': (_, howFar) => ({
    title: '无法读取服务的响应',
    sentence: `返回的内容与服务公开的格式不符。${unchanged}${ofCredits(howFar, {
      paid: askAgain,
      unpaid: `这次请求${perhapsCharged.phrase}。`,
      alone: ''
    })}请检查设置中的区域和服务地址。`
  }),
  'no-image': () => ({
    title: '响应中没有图片',
    sentence: `服务表示已完成，但没有返回图片。${unchanged}${askAgain}`
  }),
  'download-failed': () => ({
    title: '无法下载图片',
    sentence: `图片已生成，服务会保留一小时。${unchanged}点击“获取结果”可重新下载，${notChargedAgain.phrase}。`
  }),
  cancelled: () => ({ title: '已取消', sentence: unchanged }),
  'unreadable-export': (_, howFar) => ({
    title: '无法读取图层',
    sentence: `Figma 导出的内容不是可发送的图片。${whileUnsent(howFar)}${unchanged}请换一个较小的图层。`
  }),
  'upload-cannot-fit': (_, howFar) => ({
    title: '图片太大，无法发送',
    sentence: `服务最多接受 5 MB，此图层超出了限制。${whileUnsent(howFar)}${unchanged}请选择较小的图层。`
  }),
  'nothing-empty': (_, howFar) => ({
    title: '画框没有空白区域',
    sentence: `原图已铺满画框，也没有透明之处。${whileUnsent(howFar)}${unchanged}请调大画框，或改用“向外扩展”。`
  }),
  'nothing-to-keep': (_, howFar) => ({
    title: '原图是半透明的',
    sentence: `原图没有完全不透明的部分，无法保留。${whileUnsent(howFar)}${unchanged}请先将图层及其填充的不透明度设为 100%。`
  }),
  'unreadable-result': () => ({
    title: '无法读取结果',
    sentence: `服务返回的图片无法读取。${unchanged}${askAgain}`
  }),
  'node-gone': () => ({
    title: '图层已不存在',
    sentence: `它在此期间被删除了。${unchanged}`
  }),
  'node-changed': () => ({
    title: '图层已改动',
    sentence: `它已无法扩图。${unchanged}`
  }),
  'export-failed': ({ detail }, howFar) => ({
    title: 'Figma 未能导出图层',
    sentence: `${said('Figma ', detail)}${whileUnsent(howFar)}${unchanged}请确认图层有可见内容，然后${retry.phrase}。`
  }),
  'image-refused': ({ detail }) => ({
    title: 'Figma 拒绝了这张图片',
    sentence: `${said('Figma ', detail)}${unchanged}请再次放置，或少扩展一些。`
  }),
  'cannot-write': ({ detail }) => ({
    title: 'Figma 拒绝了这项改动',
    sentence: `${said('Figma ', detail)}${unchanged}请改为放置到新图层。`
  }),
  'storage-failed': () => ({
    title: 'Figma 未能读取或保存设置',
    sentence: '插件在此设备上的存储空间已满或被禁用。当前设置在关闭插件前有效，请稍后重新保存。'
  }),
  'no-answer': () => ({
    title: 'Figma 没有响应',
    sentence: `文件可能很大或正忙。请稍候${retry.later}：图片不会重复放置。`
  }),
  broken: ({ detail, taskMayExist = false }, howFar) => ({
    title: '插件出错了',
    sentence: `${taskMayExist ? perhapsSent : ''}${ofCredits(howFar, { paid: askAgain, unpaid: `请${retry.phrase}。`, made: `请${retry.phrase}。` })}如果仍然出错，请重新打开插件。可复制详情进行反馈：${quote(detail)}`
  })
}

/** Says that nothing was sent, unless the task is already known. */
function whileUnsent(howFar: HowFar): string {
  return ofCredits(howFar, { paid: askAgain, unpaid: unsent })
}

/** Says what to do first and then: retry with a new request, or get the paid image. */
function again(first: string, howFar: HowFar): string {
  return ofCredits(howFar, {
    paid: `${first}。${askAgain}`,
    unpaid: `${first}，然后${retry.phrase}。`,
    made: `${first}。`
  })
}

/** Labels of the service's fields. */
const fieldNames: Readonly<Record<string, string>> = {
  baseUrl: '服务地址',
  key: 'API 密钥',
  image_file: '图片',
  image_url: '图片',
  mask_file: '蒙版',
  mask_url: '蒙版',
  top: '上边',
  right: '右边',
  bottom: '下边',
  left: '左边',
  prompt: '提示词',
  strength: '自由度',
  scale: '引导强度',
  steps: '步数',
  seed: '种子',
  task_id: '任务编号'
}

/** Translations of the rules of `invalid-request`, which are in English. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/^must be an? (?:address|link) that starts with http:.*$/, '必须以 http:// 或 https:// 开头'],
  [/^must be letters, digits and signs without spaces$/, '只能包含字母、数字和符号，不能有空格'],
  [/^must be the id of a task$/, '无效'],
  [/^must be a PNG or JPEG file.*$/, '必须是 PNG 或 JPEG 文件，且与所标格式一致'],
  [/^must be (\S+) × (\S+) pixels, as its image is$/, '必须与图片同为 $1 × $2 px'],
  [/^must be (\S+) to (\S+) pixels a side$/, '每边必须为 $1 到 $2 px'],
  [/^must be at most (\S+) bytes$/, '不能超过 $1 字节'],
  [/^must be at most (\S+) characters long$/, '不能超过 $1 个字符'],
  [/^must be more than (\S+) and at most (\S+)$/, '必须大于 $1 且不超过 $2'],
  [/^must be from (\S+) to (\S+)$/, '必须在 $1 到 $2 之间'],
  [/^must be a whole number, at least (\S+)$/, '必须是不小于 $1 的整数'],
  [/^must be (\S+) or (\S+)$/, '必须是 $1 或 $2']
]

/** Translates a rule; quotes a rule without a translation. */
function ruleInChinese(rule: string): string {
  const known = rules.find(([english]) => english.test(rule))
  return known === undefined ? `不符合要求：“${rule}”` : rule.replace(...known)
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds % 60 === 0 && seconds > 60 ? `${seconds / 60} 分钟` : `${seconds} 秒`
}

/** Quotes a third party's message; a Latin name includes the space that follows it. */
function said(by: '服务' | 'Figma ', message: string, otherwise = `${by}未说明原因。`): string {
  return message.trim() === '' ? otherwise : `${by}的说明：${quote(message)}`
}

/** Quotes a message and adds a full stop if it has none. */
function quote(message: string): string {
  const words = message.trim()
  return /[…。！？]$/.test(words) ? `“${words}”` : `“${words}”。`
}
