package fr.plisante.webmail.layout;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** All that a template shows. A template gets one, as {@code page}, and nothing else. */
public interface Page {

    /** What stands around it; an error and a part of a page have nothing around them. */
    @Nullable Layout layout();

    /** The page as a template writes it. */
    default ModelAndView in(String template) {
        return new ModelAndView(template, "page", this);
    }
}
