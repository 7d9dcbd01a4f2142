package fr.plisante.starter.web;

import java.util.ArrayList;
import java.util.Collection;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** A token's authorities: {@code SCOPE_x}, and for a person {@code ACR_1|2} and {@code ROLE_x}. */
final class Authorities implements Converter<Jwt, Collection<GrantedAuthority>> {

    static final String PASSWORD_ONLY = "ACR_1";
    static final String STRONG = "ACR_2";

    private final JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();

    @Override
    public Collection<GrantedAuthority> convert(Jwt jwt) {
        var authorities = new ArrayList<>(scopes.convert(jwt));
        if (jwt.hasClaim("accountId")) {
            authorities.add(
                    new SimpleGrantedAuthority("2".equals(jwt.getClaimAsString("acr")) ? STRONG : PASSWORD_ONLY));
            var roles = jwt.getClaimAsStringList("roles");
            if (roles != null) {
                roles.forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
            }
        }
        return authorities;
    }
}
