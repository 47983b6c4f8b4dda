/** What `tutor sync --help` says besides, in a file of its own so that nothing else is loaded for it. */

export const SYNC_HELP = `
Every machine that syncs with the folder gets every answer of all of them, in
whatever order they come, without a server. Each writes only files that are
named after itself, so the folder can be shared by Dropbox or Syncthing, carried
on a stick, or be a git repository:

  git pull; tutor sync .; git add -A; git commit -m sync; git push

Files that are damaged or half copied are named and left out until they are
whole again.`;
