package fr.plisante.events.directory;

import fr.plisante.events.Event;

/** What directory-service says: the state of the directory. */
public sealed interface DirectoryEvent extends Event permits DirectoryEntryChanged {}
