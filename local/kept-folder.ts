import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { Access } from './access/access.ts';
import { requireUnused } from './kept-state.ts';
import { storedObjects } from './s3/object-store.ts';
import { startDynamoDb } from './services/dynamodb.ts';
import { region } from './template/place.ts';

/** What a stack has kept in its data folder, while no stack runs. */
export type KeptFolder = {
  dynamodb: DynamoDBClient;
  tableName: string;
  /** The file that holds an object's newest version; undefined: there is none. `bucket`: `uploads`, `snapshots` … */
  objectPath(bucket: string, key: string): string | undefined;
  close(): Promise<void>;
};

/**
 * Opens a data folder to be read. Nothing in it is changed: LevelDB writes even where it only reads, so its files are
 * copied first; objects are read where they are.
 * @throws Error when a stack has it open, or it is no data folder
 */
export async function openKeptFolder(folder: string): Promise<KeptFolder> {
  const [tables, objects] = [join(folder, 'dynamodb'), join(folder, 's3')];
  if (!existsSync(tables) || !existsSync(objects)) {
    throw new Error(
      `${folder}: đây không phải thư mục dữ liệu của npm start -- --data.\n` +
        `${folder} is no data folder of npm start -- --data.`,
    );
  }
  requireUnused(folder);
  const closing = new AsyncDisposableStack();
  try {
    const copy = mkdtempSync(join(tmpdir(), 'diem-cau-verify-'));
    closing.defer(() => rmSync(copy, { recursive: true, force: true }));
    cpSync(tables, copy, { recursive: true });
    const access = new Access();
    const server = await startDynamoDb(access, copy);
    closing.defer(server.stop);
    const dynamodb = new DynamoDBClient({ region, endpoint: server.url, credentials: access.keys.user });
    closing.defer(() => dynamodb.destroy());
    const { TableNames = [] } = await dynamodb.send(new ListTablesCommand({}));
    const [tableName, ...others] = TableNames;
    if (tableName === undefined || others.length > 0) {
      throw new Error(`${folder}: ${TableNames.length} tables, and not one`);
    }
    const paths = new Map(storedObjects(objects).map(({ bucket, key, path }) => [`${bucket}/${key}`, path]));
    const buckets = new Set([...paths.keys()].map((name) => name.slice(0, name.indexOf('/'))));
    const bucketOf = (purpose: string) => [...buckets].find((name) => name.includes(`-${purpose}-`));
    return {
      dynamodb,
      tableName,
      objectPath: (bucket, key) => paths.get(`${bucketOf(bucket)}/${key}`),
      close: () => closing.disposeAsync(),
    };
  } catch (error) {
    await closing.disposeAsync();
    throw error;
  }
}
