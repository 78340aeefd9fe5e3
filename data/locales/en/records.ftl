### What went wrong with what is kept, in one friendly sentence.

error-records-unavailable = I cannot reach my records at the moment, so nothing was saved. Please try again shortly.
error-records-full = My disk is full, so nothing was saved. Please tell whoever runs me, and try again later.
error-records-damaged = My records cannot be read, so nothing was saved. Please tell whoever runs me.
error-records-newer = The database was made by a newer version of Napier (schema { $version }); start that version, or restore a backup.
error-question-gone = I no longer have this question. Please start a new one.
error-not-yours = This is somebody else’s question; start your own with /quiz practice.
error-too-late = It is too late for that.
error-nothing-to-undo = There is no answer here that could be taken back.
