package fr.plisante.gateway.page;

import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

public final class AnswersFixture {

    private AnswersFixture() {}

    public static Answers answers() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Answers(messages, JsonMapper.shared());
    }
}
