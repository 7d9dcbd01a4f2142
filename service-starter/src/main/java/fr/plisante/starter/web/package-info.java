/** Who is calling, what they may call, and how a refusal is told (RFC 9457). */
@NullMarked
package fr.plisante.starter.web;

import org.jspecify.annotations.NullMarked;
