/** The argument by which the command knows that a pool has loaded it in a thread, to do jobs: no run of its own starts. */
export const THREAD_MARK = '--job-thread'
