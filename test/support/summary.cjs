/** The last line of a test run, alone on standard output: what scripts read. */
module.exports = class Summary {
  onRunComplete(_, { testResults, ...totals }) {
    // Tests that could not run here, with what they need.
    for (const { title, status } of testResults.flatMap((file) => file.testResults)) {
      if (status === 'todo') process.stdout.write(`skipped: ${title}\n`);
    }
    const { numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests } = totals;
    // A file that does not even load has no failed test to count.
    const failed = numFailedTests === 0 ? numFailedTestSuites : numFailedTests;
    if (numTotalTests === 0 && failed === 0) return;
    process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`);
  }
};
