// node .ci/count-tests.js RESULTS EXIT_CODE: prints "N passed, M failed" for the JSON report of a vitest run that ended with
// this code. Vitest counts tests alone; this also counts, as one failure each, a file that failed without a failed test (a
// hook threw, or the file did not load) and a run that failed without a failed file (no report, or a rejection that nobody
// handled).
import { readFileSync } from 'node:fs'

const [results, exitCode] = process.argv.slice(2)
const { passed, failed } = countTests(results)
console.log(`${passed} passed, ${failed === 0 && exitCode !== '0' ? 1 : failed} failed`)

function countTests(file) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
    const withoutFailedTest = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
    )
    return { passed: numPassedTests, failed: numFailedTests + withoutFailedTest.length }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
