package fr.plisante.mailbox.mime;

import java.util.List;

/** Where the parts of a written message lie, and its whole size in bytes. */
public record MimeStructure(List<MimePart> parts, long size) {}
