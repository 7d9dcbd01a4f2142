package fr.plisante.webmail.client;

import fr.plisante.webmail.client.ServiceRefused.Problem;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "mailbox-service", types = MailboxClient.class)
@ImportHttpServices(group = "directory-service", types = DirectoryClient.class)
class ClientConfiguration {

    /** Every service is asked as the person who looks at the page; what it refuses is told to them. */
    @Bean
    RestClientHttpServiceGroupConfigurer asThePerson(JsonMapper json) {
        return groups -> groups.forEachClient((group, client) -> client.requestInitializer(
                        request -> asThePerson(request.getHeaders()))
                .defaultStatusHandler(HttpStatusCode::is4xxClientError, (request, response) -> {
                    throw new ServiceRefused(response.getStatusCode().value(), problem(json, response));
                }));
    }

    private static void asThePerson(HttpHeaders headers) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken person) {
            headers.setBearerAuth(person.getToken().getTokenValue());
        }
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, LocaleContextHolder.getLocale().toLanguageTag());
    }

    private static Problem problem(JsonMapper json, ClientHttpResponse response) throws IOException {
        try {
            return json.readValue(response.getBody().readAllBytes(), Problem.class);
        } catch (JacksonException notOurs) {
            // A proxy between us may answer with a page of its own: the status says enough.
            return new Problem("", "", "", List.of());
        }
    }
}
