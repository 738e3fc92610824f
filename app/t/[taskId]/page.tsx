import { redirect } from 'next/navigation';

/** The link in mails and chats. It only opens the task: nothing is ever decided by following a link. */
export default async function TaskLinkPage({ params }: { params: Promise<{ taskId: string }> }) {
  const { taskId } = await params;
  redirect(`/inbox/${encodeURIComponent(decodeURIComponent(taskId))}`);
}
