import type { LinkObstacle } from '../../core/plan/plan-link'
import { chineseSides, englishSides } from './obstacles'
import type { ForEvery } from './say'

const englishLinkObstacles: ForEvery<LinkObstacle, string> = {
  'not-a-link': () => 'Type a whole link, which starts with https:// or http://.',
  'link-too-long': ({ limit }) => `The link is too long: the service takes ${limit} characters at most.`,
  'private-host': ({ host }) =>
    `The service can’t reach ${host}: use a link that works from anywhere on the internet.`,
  'not-a-percentage': ({ side }) => `${englishSides[side]}: type a percentage, such as 25.`,
  'out-of-range': ({ side }) =>
    `${englishSides[side]}: a linked image grows on every side, by more than 0 and at most 100%.`
}

export const englishLink = {
  link: {
    label: 'Image link',
    placeholder: 'https://…/image.jpg',
    /** What is sent, and what happens with the result. */
    hint: 'Only the link is sent: the service fetches the image itself. The result is placed as it comes, in the middle of the view.',
    growth: 'Add to each side, in %',
    allSides: 'All sides',
    underWay: 'This image is being expanded. Type another link to expand it meanwhile.',
    obstacles: englishLinkObstacles
  }
}

export const chineseLink = {
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
      'not-a-percentage': ({ side }) => `${chineseSides[side]}：请输入百分比数值，例如 25。`,
      'out-of-range': ({ side }) => `${chineseSides[side]}：每边须大于 0%，最多 100%。`
    }
  }
} satisfies typeof englishLink
