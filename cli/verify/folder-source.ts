import { readFile } from 'node:fs/promises';
import { openKeptFolder } from '../../local/kept-folder.ts';
import { contextKey, snapshotKey, uploadKey } from '../../shared/aws/keys.ts';
import { meetingTable } from '../../shared/aws/meeting-table.ts';
import { serviceCatalogs, serviceDocuments } from '../../shared/aws/service-catalogs.ts';
import { frozenDocuments, keptDocuments } from '../../shared/aws/snapshot-store.ts';
import { keptPages, submissionTable } from '../../shared/aws/submission-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { readChain } from '../../shared/query/read-chain.ts';
import { type ChainSource, MissingObject } from './chain-source.ts';
import { foundAmong } from './find-snapshot.ts';

/**
 * The chain in the data folder of a one-machine stack that does not run.
 * @throws Error when a stack has the folder open, or it is none
 */
export async function folderSource(folder: string): Promise<ChainSource> {
  const kept = await openKeptFolder(folder);
  const table = new Table(kept.dynamodb, kept.tableName);
  const snapshots = frozenDocuments(table);
  const catalogs = serviceCatalogs(table);
  const objectAt = async (bucket: string, key: string) => kept.objectPath(bucket, key) ?? `${bucket}/${key}`;
  return {
    async find(wanted) {
      const planned = await meetingTable(table).meetings();
      const held = (await catalogs.latest()).catalog.meetings.values();
      return foundAmong([...planned, ...held], wanted, async (id) => (await snapshots.frozen(id))?.hash);
    },
    async snapshot({ hash }) {
      const path = kept.objectPath('snapshots', snapshotKey(hash));
      return path === undefined ? undefined : readFile(path);
    },
    part: ({ meeting }, after) =>
      readChain(
        { meeting, after },
        {
          catalogs,
          snapshots,
          submissions: submissionTable(table),
          keptDocuments: (hash) => keptDocuments(table, hash),
          keptPages: (id, groups) => keptPages(table, id, groups),
          fileAt: (id) => objectAt('uploads', uploadKey(id)),
          contextAt: (id) => objectAt('records', contextKey(id)),
        },
      ),
    async fetched(path) {
      // What is not there was named by its key.
      if (/^(uploads|records)\//.test(path)) throw new MissingObject(path);
      return { path, done: async () => {} };
    },
    catalog: serviceDocuments(table),
    close: kept.close,
  };
}
