package fr.plisante.starter.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@link Caller} from the token; a machine's token is refused where a person is needed. */
final class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                && token.getToken().hasClaim("accountId")) {
            return caller(token.getToken());
        }
        if (parameter.getParameterAnnotation(Nullable.class) != null || parameter.isOptional()) {
            return null;
        }
        throw new Refusal(HttpStatus.FORBIDDEN, "person-needed");
    }

    private static Caller caller(Jwt jwt) {
        List<String> roles = jwt.getClaimAsStringList("roles");
        return new Caller(
                UUID.fromString(jwt.getClaimAsString("accountId")),
                text(jwt, "name", ""),
                text(jwt, "regionId", ""),
                text(jwt, "locale", Locale.FRENCH.getLanguage()),
                roles == null ? Set.of() : Set.copyOf(roles),
                Integer.parseInt(text(jwt, "acr", "0")));
    }

    private static String text(Jwt jwt, String claim, String otherwise) {
        var value = jwt.getClaimAsString(claim);
        return value == null ? otherwise : value;
    }
}
