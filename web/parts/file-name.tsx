/** The name of a file, as its sender gave it: nothing translates it. */
export function FileName({ name }: { name: string }) {
  return (
    <span lang="vi" translate={false}>
      {name}
    </span>
  );
}
