package fr.plisante.events.directory;

import fr.plisante.events.Event;

/** What directory-service publishes: the state of the directory. */
public sealed interface DirectoryEvent extends Event permits DirectoryEntryChanged {}
