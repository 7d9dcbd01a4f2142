package fr.plisante.webmail.directory;

import fr.plisante.webmail.layout.Layout;
import fr.plisante.webmail.layout.Page;

/**
 * Looking for people and collecting them: {@code directory.html}.
 *
 * @param selection whom the person has collected
 */
record DirectoryPage(Layout layout, Results results, Selection selection) implements Page {}
