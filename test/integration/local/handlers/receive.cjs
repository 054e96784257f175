// Notes each message's body in the table through the SDK; fails those that say so.
'use strict';
const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');

const client = new DynamoDBClient();

exports.handler = async (event) => {
  const batchItemFailures = [];
  for (const record of event.Records) {
    if (record.body.includes('poison')) {
      batchItemFailures.push({ itemIdentifier: record.messageId });
      continue;
    }
    const item = {
      pk: { S: 'received' },
      sk: { S: record.messageId },
      record: { S: JSON.stringify(record) },
      batch: { N: String(event.Records.length) },
    };
    await client.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item: item }));
  }
  return { batchItemFailures };
};
