import { useState } from 'preact/hooks';
import type { Snapshot } from '../../../shared/briefing/snapshot.ts';
import { type ApiProblem, askFile, problemFrom } from '../../app/api.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { momentText } from '../../format/days.ts';
import { Loading } from '../../parts/answered.tsx';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FileButton } from '../../parts/file-link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import type { MeetingDetail } from './meeting-page.tsx';
import { Restated } from './restated.tsx';
import { snapshotWords } from './snapshot-words.ts';
import { proveSnapshot, type SnapshotProof } from './verify-snapshot.ts';

type Looked =
  | { state: 'not-yet' | 'busy' }
  | { state: 'failed'; problem: ApiProblem }
  | { state: 'proved'; snapshot: Snapshot; proof: SnapshotProof };

/** A meeting's snapshot: its name, what is in it, and its proof on this machine. */
export function SnapshotFacts({ meeting }: { meeting: MeetingDetail }) {
  const say = useWords(snapshotWords);
  const language = useLanguage();
  const [looked, setLooked] = useState<Looked>({ state: 'not-yet' });
  const { snapshot } = meeting;
  if (!snapshot) return null;
  const address = apiPath`/v1/meetings/${meeting.id}/snapshot`;
  const prove = async () => {
    setLooked({ state: 'busy' });
    try {
      const found = JSON.parse(await (await askFile(address)).text()) as Snapshot;
      const proof = await proveSnapshot(found, snapshot.hash);
      setLooked({ state: 'proved', snapshot: found, proof });
    } catch (fault) {
      setLooked({ state: 'failed', problem: problemFrom(fault) });
    }
  };
  return (
    <>
      <Notice kind="success">
        <p>{say.frozen(momentText(snapshot.frozenAt, language))}</p>
      </Notice>
      <Facts
        facts={[
          [say.hash, <Digest key="hash" hex={snapshot.hash} />],
          [say.units, snapshot.units],
        ]}
      />
      <p>
        <a href={`/thu-ky/phien-hop/${meeting.id}?xem=tai-lieu`}>{say.briefing}</a>
      </p>
      <h2>{say.verify}</h2>
      <p>{say.verifyHere}</p>
      <div class="actions">
        <BusyButton onClick={prove} isOff={looked.state === 'busy'}>
          {say.prove}
        </BusyButton>
        <FileButton address={address} name={`${meeting.id}-ban-chot.json`}>
          {say.download}
        </FileButton>
      </div>
      {looked.state === 'busy' && <Loading label={say.proving} />}
      {looked.state === 'failed' && <ProblemView problem={looked.problem} retry={prove} />}
      {looked.state === 'proved' && <Proved {...looked} />}
      <p>{say.verifyWhole}</p>
      <p>
        <code>npx diem-cau verify {meeting.id}</code>
      </p>
      <Restated id={meeting.id} />
    </>
  );
}

function Proved({ snapshot, proof }: { snapshot: Snapshot; proof: SnapshotProof }) {
  const say = useWords(snapshotWords);
  const language = useLanguage();
  const { manifest } = snapshot;
  const isWhole = proof.isNamed && proof.changed.length === 0;
  const nils = manifest.inputs.filter(({ nil }) => nil).length;
  return (
    <>
      <Notice kind={isWhole ? 'success' : 'error'} live title={isWhole ? say.whole : say.changed}>
        <p>{isWhole ? say.wholeWhy(proof.documents) : proof.changed.join(' · ')}</p>
      </Notice>
      <Facts
        facts={[
          [say.computed, <Digest key="computed" hex={proof.hash} />],
          [say.cutOff, momentText(manifest.cutOff, language)],
          [say.inputs, nils === 0 ? manifest.inputs.length : say.withNil(manifest.inputs.length, nils)],
          [say.documents, manifest.documents.length],
          [say.catalog, manifest.catalog.version],
          [say.engine, manifest.engine],
          [say.code, <code key="code">{manifest.code}</code>],
          [say.previous, manifest.previous === null ? say.first : <Digest key="p" hex={manifest.previous} />],
        ]}
      />
    </>
  );
}
