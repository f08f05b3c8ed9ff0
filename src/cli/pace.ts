/** How far a command is: `done` of `total` of anything, bytes or articles. */
interface Progress {
  readonly items: number;
  readonly done: number;
  readonly total: number;
}

/** Items a second so far, and how long the rest takes at the pace of what was done; '' before anything can be said. */
export function paceOf({ items, done, total }: Progress, seconds: number): string {
  if (seconds < 1 || done <= 0) return '';
  const left = Math.max(0, Math.round((seconds * (total - done)) / done));
  return `${Math.round(items / seconds).toLocaleString('en')}/s, ${durationOf(left)} left`;
}

function durationOf(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}
