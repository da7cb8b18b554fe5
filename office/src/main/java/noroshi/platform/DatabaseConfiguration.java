package noroshi.platform;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Migrates at start, then offers the doors. */
@Configuration
class DatabaseConfiguration {

    private static final int DESK_CONNECTIONS_MAX = 16;
    private static final int WORKER_CONNECTIONS_MAX = 12;

    @Bean(destroyMethod = "close")
    Doors doors(Settings settings) {
        var databases = new Databases(settings.database());
        databases.migrate();
        return new Doors(
                databases.open(Databases.DESK, DESK_CONNECTIONS_MAX),
                databases.open(Databases.WORKER, WORKER_CONNECTIONS_MAX));
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource doors) {
        return new DataSourceTransactionManager(doors);
    }

    @Bean
    JdbcClient sql(DataSource doors) {
        return JdbcClient.create(doors);
    }

    @Bean
    Tenancy tenancy(PlatformTransactionManager transactions, JdbcClient sql) {
        return new Tenancy(new TransactionTemplate(transactions), sql);
    }
}
