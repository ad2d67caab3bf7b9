package callcentre.aws;

/**
 * Every environment variable of the system. The constant's name is the variable's name; {@code
 * template.yaml} declares for each function exactly those that it reads, and a test compares the
 * two. An empty value means "not set". Secrets are never among them: a variable holds at most the
 * name of a secret.
 */
public enum Variable {
  /** Prefix of every table: {@code {STAGE}-phone_numbers}. */
  STAGE,
  /** Name or ARN of the secret with the provider's keys and host kind. */
  CREDENTIALS_SECRET_ID,
  /** Name or ARN of the secret that carries the provider's current token between processes. */
  TOKEN_SECRET_ID,
  /** Name or ARN of the secret from which cursor, ticket and tombstone keys are derived. */
  SIGNING_SECRET_ID,
  /** Name or ARN of the HS256 key; exclusive with {@link #JWT_JWKS_URL}. */
  JWT_HS256_SECRET_ID,
  /** Exact {@code iss} a token must carry. */
  JWT_ISSUER,
  /** Exact {@code aud} a token must carry. */
  JWT_AUDIENCE,
  /** Address of the issuer's public keys (RS256, ES256); exclusive with HS256. */
  JWT_JWKS_URL,
  /** Tolerated difference of clocks in seconds when a token's times are checked. */
  JWT_CLOCK_SKEW_SECONDS,
  /** Path of the claim that carries the role; not set: only the users table decides. */
  JWT_ROLE_CLAIM,
  /** Path of the claim that carries organisation ids; not set: only the users table decides. */
  JWT_ORGANISATIONS_CLAIM,
  /** The {@code sub} that is a platform administrator before any user exists. */
  BOOTSTRAP_ADMIN_SUB,
  /** Origins allowed by CORS: comma separated, {@code *}, or entries like http://localhost:*. */
  ALLOWED_ORIGINS,
  /** Where browsers reach the API of recordings and voicemails, without a path of a route. */
  AUDIO_BASE_URL,
  /** Where browsers open the live channel, with {@code wss://}; empty where there is none. */
  LIVE_URL,
  /** Where functions reach the connections of the live channel, with {@code https://}. */
  LIVE_MANAGEMENT_ENDPOINT,
  /** Address of the queue that carries sync jobs. */
  SYNC_QUEUE_URL,
  /** Address of the queue that holds sync jobs which failed too often. */
  SYNC_DLQ_URL,
  /** Address of the queue where webhook events wait that the table refused. */
  WEBHOOK_QUEUE_URL,
  /** Address of the queue that holds webhook events which could not be stored. */
  WEBHOOK_DLQ_URL,
  /** Address of the queue that tells which webhook events were given up on their way into rows. */
  PROJECTOR_DLQ_URL,
  /** Address of the queue that carries messages to be sent. */
  SMS_QUEUE_URL,
  /** Address of the queue that holds messages which could not be worked on. */
  SMS_DLQ_URL,
  /** Milliseconds between two messages of one business number; 0 for no pace. */
  SMS_PACE_MILLIS,
  /** Days that messages are kept; 0 for ever. */
  MESSAGE_RETENTION_DAYS,
  /** Days that what colleagues did is kept; 0 for ever. */
  PRESENCE_RETENTION_DAYS,
  /** Requests a day that the provider allows for the account. */
  PROVIDER_DAILY_LIMIT,
  /** Share of the daily limit that this stage may use, in percent 1..100. */
  PROVIDER_BUDGET_SHARE,
  /** Requests kept back from each budget class, e.g. {@code sms=100,event=250}. */
  PROVIDER_BUDGET_FLOORS,
  /** Extensions that are looked for one by one: {@code first-last}. */
  EXTENSION_PROBE,
  /** {@code true} lets the schedule start syncs. */
  SYNC_ENABLED,
  /** {@code true} lets an administrator delete numbers at the provider. */
  NUMBER_DELETION_ALLOWED,
  /** Version of the deployed software, shown by health. */
  APP_VERSION,
  /** {@code true} logs masked request and answer bodies of the provider. */
  PROVIDER_BODY_LOGGING
}
