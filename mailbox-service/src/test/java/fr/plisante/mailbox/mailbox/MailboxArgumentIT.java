package fr.plisante.mailbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.testkit.Calls;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RunningMailbox
class MailboxArgumentIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping handlers;

    @Autowired
    private MailboxArgument mailboxArgument;

    @Autowired
    private Residents residents;

    @Autowired
    private Calls calls;

    @Test
    void everyEndpointOfAMailboxTakesItAsAParameterThatIsChecked() {
        var ofAMailbox = handlers.getHandlerMethods().entrySet().stream()
                .filter(handler -> isOfAMailbox(handler.getKey()))
                .map(Map.Entry::getValue)
                .toList();

        assertThat(ofAMailbox).hasSizeGreaterThan(15).allMatch(this::takesACheckedMailbox);
    }

    @Test
    void noEndpointTakesAMailboxInAnotherWay() {
        assertThat(handlers.getHandlerMethods().entrySet().stream()
                        .filter(handler -> !isOfAMailbox(handler.getKey()))
                        .flatMap(handler -> Arrays.stream(handler.getValue().getMethodParameters())))
                .noneMatch(mailboxArgument::supportsParameter);
    }

    private static boolean isOfAMailbox(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().anyMatch(path -> path.contains("{mailboxId}"));
    }

    private boolean takesACheckedMailbox(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(mailboxArgument::supportsParameter)
                .anyMatch(MailboxArgumentIT::isNotReadInAnotherWay);
    }

    /** Spring asks its own readers first, by annotation. */
    private static boolean isNotReadInAnotherWay(MethodParameter parameter) {
        return parameter.getParameterAnnotations().length == 0;
    }

    @Test
    void hidesWhetherAMailboxExists() {
        var jeanne = residents.someone("Jeanne", "Voisine");
        var eve = residents.someone("Eve", "Voisine");

        assertThat(calls.get(jeanne.path(""), eve.token()).code()).isEqualTo("404 mailbox-not-found");
        assertThat(calls.get("/api/mailbox/mailboxes/" + UUID.randomUUID(), eve.token())
                        .code())
                .isEqualTo("404 mailbox-not-found");
        assertThat(calls.get("/api/mailbox/mailboxes/none", eve.token()).status())
                .isEqualTo(400);
        assertThat(calls.get(jeanne.path(""), jeanne.token()).status()).isEqualTo(200);
    }
}
