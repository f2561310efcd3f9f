/** Exit codes: found, nothing found (or findings), wrong use or failure, interrupted. */
export const EXIT = { ok: 0, none: 1, failure: 2, interrupted: 130 } as const;

/**
 * The one error that a person sees: a sentence, what to do about it, and the exit code. Anything else that is thrown is
 * a fault of the program.
 */
export class LaddersError extends Error {
  readonly code: string;
  readonly exit: number;
  readonly hints: readonly string[];

  constructor(code: string, message: string, options: { exit?: number; hints?: string[]; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'LaddersError';
    this.code = code;
    this.exit = options.exit ?? EXIT.failure;
    this.hints = options.hints ?? [];
  }
}
