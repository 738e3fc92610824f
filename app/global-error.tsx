'use client';

/** When even the frame of the pages fails; nothing of ours can be relied upon here. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body style={{ font: '15px/1.6 system-ui, sans-serif', padding: 32 }}>
        <title>Countersign</title>
        <h1 style={{ fontSize: 20 }}>Countersign could not be shown</h1>
        <p>What runs goes on running. Load the page again; if this stays, look at the server’s log.</p>
        {error.digest && <p>Trace {error.digest}</p>}
        <a href="/">Load again</a>
      </body>
    </html>
  );
}
