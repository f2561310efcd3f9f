/** Property tests draw the same cases each time, so that a failure is a change's; FC_SEED=N draws others. */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 2026) });
