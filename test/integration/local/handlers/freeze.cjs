// Notes when it was called, and fails when the table is told to be out of reach.
'use strict';
const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');

const client = new DynamoDBClient();

exports.handler = async (event) => {
  console.log(`freeze ${JSON.stringify(event)}`);
  if (event.meeting === 'failing') throw new Error('the freeze fails');
  const item = { pk: { S: 'frozen' }, sk: { S: event.scheduledTime }, meeting: { S: event.meeting } };
  await client.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item: item }));
};
