/** The last line of a test run, alone on standard output: what scripts read. */
module.exports = class Summary {
  onRunComplete(_, { numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests }) {
    // A file that does not even load has no failed test to count.
    const failed = numFailedTests === 0 ? numFailedTestSuites : numFailedTests;
    if (numTotalTests === 0 && failed === 0) return;
    process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`);
  }
};
