import { configDefaults, defineConfig } from 'vitest/config'
import { isEverythingTested } from './tests/some-rows.ts'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They set the global `figma`, or the time: each file gets a process of its own. */
const withGlobals = ['tests/{chaos,layers,main,ui}/**/*.test.ts']

/**
 * Left to `npm run test:all`, as `.ci/run` does it, so that `npm test` is quick: each case takes a window of the built plugin
 * of its own, or it is of the stand-ins and not of the plugin, or `npm run lint` does the same.
 */
const forAllAlone = isEverythingTested
  ? []
  : [
      'tests/cases/**/*.test.ts',
      'tests/end-to-end/{bad-input,paid-images,resume,settings,undone,variants}.test.ts',
      'tests/layers/{kinds-and-paints,places-and-layouts}.test.ts',
      'tests/modules/import-rules.test.ts',
      'tests/playground/{canvas,editor,service}/**/*.test.ts',
      'tests/playground/demo/run-{demo,script}.test.ts',
      'tests/fuzz/images.test.ts'
    ]

/** Those that start a browser, or try thousands of cases, take longest: none of them is left over when the others are done. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

function isLong({ moduleId }: TestSpecification): boolean {
  return /\/tests\/(cases|chaos|end-to-end|fuzz|layers|playground\/(demo|editor))\/|in-chromium|built-plugin/.test(
    moduleId
  )
}

export default defineConfig({
  test: {
    // Browsers wait for answers more than they compute: four at a time keep two cores busy.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As patient as everything else: a busy machine is no reason to fail.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'apart', include: withGlobals, exclude: [...configDefaults.exclude, ...forAllAlone] }
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...withGlobals, ...forAllAlone],
          // Loading the same modules anew for each file is a tenth of all the time.
          isolate: false
        }
      }
    ]
  }
})
