package fr.plisante.mailbox.mailbox;

import fr.plisante.starter.web.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a controller the mailbox that its path names as {@code mailboxId}, and only to a person who may enter it: to
 * anyone else it does not exist (404). A controller cannot have a {@link Mailbox} or {@link Membership} in
 * another way.
 */
@Component
class MailboxArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String VARIABLE = "mailboxId";

    private final Mailboxes mailboxes;
    private final ViewSettings settings;

    MailboxArgument(Mailboxes mailboxes, ViewSettings settings) {
        this.mailboxes = mailboxes;
        this.settings = settings;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Mailbox.class || parameter.getParameterType() == Membership.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var caller = Caller.require().accountId();
        var mailboxId = mailboxId(parameter, request);
        return parameter.getParameterType() == Mailbox.class
                ? mailbox(caller, mailboxId)
                : membership(caller, mailboxId);
    }

    private Mailbox mailbox(UUID caller, UUID mailboxId) {
        return mailboxes
                .find(mailboxId)
                .filter(mailbox -> mailbox.members().contains(caller))
                .orElseThrow(Mailboxes::mailboxNotFound);
    }

    private Membership membership(UUID caller, UUID mailboxId) {
        var shown = mailboxes.ofMember(caller, null, settings.maxMailboxes());
        for (var mailbox : shown) {
            if (mailbox.mailboxId().equals(mailboxId)) {
                return new Membership(mailbox, shown);
            }
        }
        var named = mailbox(caller, mailboxId);
        if (shown.size() == settings.maxMailboxes()) {
            shown.removeLast();
        }
        shown.add(named);
        return new Membership(named, shown);
    }

    private static UUID mailboxId(MethodParameter parameter, NativeWebRequest request) {
        var variables = (Map<?, ?>)
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        var text = variables == null ? null : variables.get(VARIABLE);
        if (text == null) {
            throw new IllegalStateException("No path variable " + VARIABLE + " for " + parameter);
        }
        try {
            return UUID.fromString(text.toString());
        } catch (IllegalArgumentException e) {
            throw new MethodArgumentTypeMismatchException(text, UUID.class, VARIABLE, parameter, e);
        }
    }
}
