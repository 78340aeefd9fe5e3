### What went wrong with what is kept, in one friendly sentence.

error-records-unavailable = I cannot reach my records at the moment, so nothing was saved. Please try again shortly.
error-records-full = My disk is full, so nothing was saved. Please tell whoever runs me, and try again later.
error-records-damaged = My records cannot be read, so nothing was saved. Please tell whoever runs me.
error-records-newer = The database was made by a newer version of Napier (schema { $version }); start that version, or restore a backup.
error-question-gone = I no longer have this question. Please start a new one.
error-not-yours = This is somebody else’s question; start your own with /quiz practice.
error-too-late = It is too late for that.
error-nothing-to-undo = There is no answer here that could be taken back.

## Backups

cli-backup = Copy the records into a new file while the bot goes on; to restore, stop the bot and put the file in the database's place.
cli-backup-file = The file to make.
cli-backed-up = { $file } is a checked copy of the records ({ $kilobytes } KB).
error-backup-postgresql = These records are in PostgreSQL: copy them with pg_dump --format=custom --file={ $file } and restore with pg_restore.
error-backup-nothing = There is no database to copy yet; check DATABASE_URL.
error-backup-exists = { $file } exists already; choose another name.
error-backup-unwritten = { $file } could not be written; see that its folder exists and has room.
error-backup-unsound = The database did not pass its check, so no copy was made.
