/** What the tests of every module share: real components, tokens, keys, calls, published events, the house rules. */
@NullMarked
package fr.plisante.testkit;

import org.jspecify.annotations.NullMarked;
