import { describe, expect, it } from 'vitest'
import { allStates, fileNameOf, noPictures } from '../../playground/testing/screens'
import { readDraft } from '../../src/ui/draft/read-draft'

const states = Object.entries(allStates(noPictures))

describe('the states of the window that are drawn', () => {
  it('have names that make different files', () => {
    const files = states.map(([name]) => fileNameOf(name))
    expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([])
    expect(files).not.toContain('')
  })

  it.each(states.filter(([name]) => /^(Frame )?obstacle: /i.test(name)))(
    '%s: nothing can be expanded, for this reason',
    (name, state) => {
      const draft = readDraft(state)
      const obstacle =
        draft.kind === 'obstacle'
          ? draft.obstacle
          : 'plan' in draft && !draft.plan.ok
            ? draft.plan.failure
            : null
      expect(obstacle).not.toBeNull()
      if (!name.includes('200 characters')) {
        expect(name).toContain(`: ${obstacle?.kind ?? ''}`)
      }
    }
  )
})
