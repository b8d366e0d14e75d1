package io.patchbay.microsoft.intune;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.graph.GraphAnswers;
import io.patchbay.microsoft.http.MicrosoftHttp;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class IntuneClients {

    private final JacksonJsonHttpMessageConverter sorted;

    /** What waits for approval is sent again letter by letter, perhaps by another process: in one order of the properties. */
    IntuneClients(JsonMapper json) {
        this.sorted = new JacksonJsonHttpMessageConverter(json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .addModule(GraphAnswers.module())
                .build());
    }

    @Bean
    IntuneApi intuneApi(MicrosoftHttp http, MicrosoftProperties properties, RestClient.Builder builder) {
        return client(IntuneApi.class, http.requests(), properties.graphBeta(), builder);
    }

    @Bean
    IntuneApi intuneListApi(MicrosoftHttp http, MicrosoftProperties properties, RestClient.Builder builder) {
        return client(IntuneApi.class, http.patientRequests(), properties.graphBeta(), builder);
    }

    @Bean
    DeviceManagementApi deviceManagementApi(
            MicrosoftHttp http, MicrosoftProperties properties, RestClient.Builder builder) {
        return client(DeviceManagementApi.class, http.requests(), properties.graphBeta(), builder);
    }

    private <T> T client(Class<T> api, ClientHttpRequestFactory requests, URI base, RestClient.Builder builder) {
        var client = builder.clone()
                .baseUrl(base.toString())
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters.withJsonConverter(sorted))
                .requestInitializer(request -> {
                    if (request.getMethod() != HttpMethod.GET) {
                        Approval.putInto(request.getHeaders());
                    }
                })
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(api);
    }
}
