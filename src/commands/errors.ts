/** The command line asks for something that cannot be: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something went wrong that the message explains in full: exit status 1, without a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
