/** What texts claim of credits, of the file and of the time: the same in every language. */
export type Claim =
  | 'file unchanged'
  | 'nothing sent'
  | 'nothing charged'
  | 'perhaps charged'
  | 'not charged again'
  | 'try again'
  | 'available for an hour'

/** For each claim, the phrases that make it. A text makes a claim by containing one of them. */
type Claims = Readonly<Record<Claim, Readonly<Record<string, string>>>>

/** The phrases of the claims in English, from which the texts are put together. */
export const englishClaims = {
  'file unchanged': { sentence: 'This changed nothing in your file.' },
  'nothing sent': { sentence: 'Nothing was sent.' },
  'nothing charged': { sentence: 'Nothing was charged.' },
  'perhaps charged': { phrase: 'may be charged', past: 'may have charged' },
  'not charged again': { phrase: 'it is not charged again', noMore: 'uses no more credits' },
  'try again': {
    sentence: 'Try again',
    then: ', then try again',
    and: ' and try again',
    inAMinute: 'try again in a minute',
    newRequest: 'new request'
  },
  'available for an hour': { phrase: 'For an hour' }
} satisfies Claims

/** The phrases of the claims in Chinese. */
export const chineseClaims = {
  'file unchanged': { sentence: '这次没有改动文件。' },
  'nothing sent': { sentence: '没有发送任何内容。' },
  'nothing charged': { sentence: '未产生费用。' },
  'perhaps charged': { will: '可能会计费', past: '可能已计费', phrase: '可能计费' },
  'not charged again': { phrase: '不会再次计费' },
  'try again': { phrase: '重试', later: '再试', newRequest: '新请求' },
  'available for an hour': { phrase: '一小时内可以获取图片' }
} satisfies Claims
