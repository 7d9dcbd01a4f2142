package fr.plisante.webmail.layout;

import fr.plisante.starter.web.AccessRules;
import io.micrometer.context.ContextRegistry;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextThreadLocalAccessor;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    /** What every template may say, error pages included. */
    @Bean
    InitializingBean templateWords(ThymeleafViewResolver views, Dates dates, Sizes sizes, PageWords words) {
        return () -> {
            views.addStaticVariable("dates", dates);
            views.addStaticVariable("sizes", sizes);
            views.addStaticVariable("words", words);
        };
    }

    /** Whoever asks for a page on another thread does it in the same language. */
    @Bean
    InitializingBean languageOnOtherThreads() {
        return () -> ContextRegistry.getInstance().registerThreadLocalAccessor(new LocaleContextThreadLocalAccessor());
    }

    /** Style, pictures and modules hold nothing of anyone's, and error pages need them. */
    @Bean
    AccessRules openAssets() {
        return requests -> requests.requestMatchers("/assets/**").permitAll();
    }
}
