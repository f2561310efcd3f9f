/** Whole processes timed in pairs with bare `node -e 0`, in turn, so that a machine whose speed drifts slows both. */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

// The certificates that this variable names are read at each start of node, which hides everything else.
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;
const WARM_UP = 3;

function milliseconds(args: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export interface Paired {
  /** Median milliseconds. */
  ours: number;
  bare: number;
  /** The median of the pairs' ratios. */
  ratio: number;
}

export function paired(args: readonly string[], pairs: number): Paired {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let i = -WARM_UP; i < pairs; i++) {
    const a = milliseconds(args);
    const b = milliseconds(['-e', '0']);
    if (i < 0) continue;
    ours.push(a);
    bare.push(b);
  }
  return { ours: median(ours), bare: median(bare), ratio: median(ours.map((a, i) => a / (bare[i] ?? Number.NaN))) };
}
