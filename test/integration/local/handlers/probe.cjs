// What a function does here is said by its event; each action shows one thing of the runtime.
'use strict';

const actions = {
  echo: (event) => event,
  env: () => ({ ...process.env }),
  pid: () => process.pid,
  context: (_event, context) => ({ ...context, remaining: context.getRemainingTimeInMillis() }),
  say: () => {
    console.log('tỉnh');
    console.error('lỗi');
    return null;
  },
  throw: () => {
    throw new TypeError('không đọc được');
  },
  exit: () => process.exit(7),
  hang: () => new Promise(() => {}),
  wait: (event) => new Promise((done) => setTimeout(done, event.ms, process.pid)),
  stray: () => {
    setImmediate(() => {
      throw new RangeError('stray');
    });
    return new Promise(() => {});
  },
  memory: () => {
    const kept = [];
    for (;;) kept.push(new Array(100_000).fill(kept.length));
  },
  long: () => 'x'.repeat(7 * 1024 * 1024),
};

exports.handler = async (event, context) => actions[event.action](event, context);
