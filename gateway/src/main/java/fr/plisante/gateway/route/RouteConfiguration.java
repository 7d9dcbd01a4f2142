package fr.plisante.gateway.route;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.cloud.gateway.server.mvc.filter.FilterSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    private static final Timeout CONNECT = Timeout.ofSeconds(2);

    /** Bytes of a body between two looks for an early answer; each look costs a millisecond. */
    private static final long LOOK_EVERY = 1 << 20;

    @Bean
    FilterSupplier plisanteRouteFilters() {
        return new RouteFilters.Supplier();
    }

    /**
     * Apache's client, for two reasons: its time limit counts how long a service is silent, while the JDK's client limits
     * the whole transfer; and it sees a service that answers 413 before the body is sent. It follows no redirect, keeps no
     * cookie, unpacks no body and repeats no request.
     */
    @Bean
    CloseableHttpClient routeClient(RouteSettings settings) {
        var silence = Timeout.of(settings.timeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(2_000)
                .setMaxConnPerRoute(500)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .responseOutOfOrderStrategy(new MonitoringResponseOutOfOrderStrategy(LOOK_EVERY))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(silence)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(silence)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .addExecInterceptorLast("whole-bodies", new WholeBodies())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    @Bean
    ClientHttpRequestFactory routeRequests(CloseableHttpClient client) {
        return new HttpComponentsClientHttpRequestFactory(client);
    }
}
