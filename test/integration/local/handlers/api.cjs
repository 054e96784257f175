// Answers the HTTP API in each of the ways that payload format 2.0 knows.
'use strict';

const answers = {
  event: (event) => event,
  text: () => 'xin chào',
  structured: () => ({
    statusCode: 201,
    headers: { 'Content-Type': 'text/csv', 'X-Count': 34 },
    cookies: ['a=1; Path=/', 'b=2'],
    body: 'ma,ten\n',
  }),
  binary: () => ({
    statusCode: 200,
    isBase64Encoded: true,
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from([0, 255, 1]).toString('base64'),
  }),
  wrong: () => ({ statusCode: 'many' }),
  fault: () => {
    throw new Error('a secret of the inside');
  },
  pid: () => process.pid,
  hang: () => new Promise(() => {}),
  loop: () => {
    console.log('looping');
    for (;;);
  },
  env: () => ({ ...process.env }),
};

exports.handler = async (event) => answers[event.pathParameters?.how ?? 'event'](event);
