using Fupin.ServiceDefaults;

namespace Fupin.Registration.Dci;

/// <summary>
/// Refusals of the exchange with partners (对外数据交换). Codes that begin with err. and rjct. are the specification's own:
/// Error, MsgHeaderStatusReasonCode, SearchStatusReasonCode, SubscribeStatusReasonCode and UnSubscribeStatusReasonCode of registry_core_api 1.0.0.
/// </summary>
internal static class DciErrors
{
    public static readonly Refusal Unreadable = new("err.request.bad", "报文无法读取：{0}", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSuchTransaction = new("err.request.not_found", "没有这笔交易", StatusCodes.Status404NotFound);
    public static readonly Refusal SenderUnknown = new("err.sender_id.invalid", "发送方未登记，或与所用账号不符", StatusCodes.Status403Forbidden);
    public static readonly Refusal CallbackNotListed = new("err.sender_uri.invalid", "回调地址不在登记的地址之内", StatusCodes.Status403Forbidden);
    public static readonly Refusal ReceiverWrong = new("err.receiver_id.invalid", "接收方不是本平台", StatusCodes.Status400BadRequest);
    public static readonly Refusal SignatureMissing = new("err.signature.missing", "报文未签名", StatusCodes.Status401Unauthorized);
    public static readonly Refusal SignatureWrong = new("err.signature.invalid", "报文签名不符", StatusCodes.Status401Unauthorized);
    public static readonly Refusal Encrypted = new("err.encryption.invalid", "不接收加密报文，请以 TLS 传输", StatusCodes.Status400BadRequest);

    public static readonly Refusal VersionWrong = new("rjct.version.invalid", "报文版本应为 1.0.0", StatusCodes.Status400BadRequest);
    public static readonly Refusal MessageTwice = new("rjct.message_id.duplicate", "报文编号已用过", StatusCodes.Status400BadRequest);
    public static readonly Refusal MessageTimeWrong = new("rjct.message_ts.invalid", "报文时间应写明时区，且与现在相差不超过 {0} 分钟", StatusCodes.Status400BadRequest);
    public static readonly Refusal ActionWrong = new("rjct.action.invalid", "报头的 action 应为 {0}", StatusCodes.Status400BadRequest);
    public static readonly Refusal CountWrong = new("rjct.total_count.invalid", "报头的 total_count 与请求数不符", StatusCodes.Status400BadRequest);
    public static readonly Refusal CountTooLarge = new("rjct.total_count.limit_exceeded", "一次最多 {0} 项请求", StatusCodes.Status400BadRequest);

    public static readonly Refusal ReferenceMissing = new("rjct.reference_id.invalid", "缺少 reference_id，或超过 99 个字符");
    public static readonly Refusal ReferenceTwice = new("rjct.reference_id.duplicate", "reference_id 在本批中重复");
    public static readonly Refusal TimestampWrong = new("rjct.timestamp.invalid", "timestamp 应为带时区的 ISO 8601 时间");
    public static readonly Refusal CriteriaWrong = new("rjct.search_criteria.invalid", "查询条件不能受理：{0}");
    public static readonly Refusal FilterWrong = new("rjct.filter.invalid", "筛选条件不能受理：{0}");
    public static readonly Refusal SortWrong = new("rjct.sort.invalid", "不能按 {0} 排序");
    public static readonly Refusal PaginationWrong = new("rjct.pagination.invalid", "每页应为 1 至 {0} 条，页码从 1 起");
    public static readonly Refusal TooManyRecords = new("rjct.search.too_many_records_found", "结果超过 {0} 条，请分页或缩小范围");

    public static readonly Refusal NotifyTypeWrong = new("rjct.notify_types.invalid", "没有这种事件：{0}");
    public static readonly Refusal NotifyDetailsWrong = new("rjct.notify_details.invalid", "订阅内容不能受理：{0}");
    public static readonly Refusal PersonInFilter = new("rjct.person_id.invalid", "订阅不能按个人证件号码筛选");
    public static readonly Refusal AlreadySubscribed = new("rjct.event.already_subscribed", "已有同样的订阅");
    public static readonly Refusal SubscriptionUnknown = new("rjct.subscription_code.invalid", "没有这项订阅");
    public static readonly Refusal AlreadyUnsubscribed = new("rjct.event.already_unsubscribed", "这项订阅已取消");

    public static readonly Refusal PurposeMissing = new("REG-0601", "按证件号码查询须写明对本部门开放、含证件号码的用途（authorize.purpose.code）和理由（authorize.purpose.text）");
    public static readonly Refusal IdentifiedWithheld = new("REG-0602", "未给出个人信息：{0}");
    public static readonly Refusal NoSuchPartner = new("REG-0611", "没有这个交换单位", StatusCodes.Status404NotFound);
    public static readonly Refusal PartnerUnreadable = new("REG-0612", "交换单位登记有误：{0}", StatusCodes.Status400BadRequest);
    public static readonly Refusal PartnerConfirmed = new("REG-0613", "这项登记已经复核");
    public static readonly Refusal PartnerSameOfficer = new("REG-0614", "同一人不得既登记又复核交换单位，请另一名经办人复核");
    public static readonly Refusal PartnerEnded = new("REG-0615", "这个交换单位已停用");

    /// <summary>What in a message cannot be read or accepted, put into the sentences above.</summary>
    public static class Reasons
    {
        public static string Put(string sentence, params object[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, values);

        public const string NotJson = "不是 JSON，或有重复字段，或嵌套过深";
        public const string NoHeader = "缺少 header 或 message";
        public const string NoMessageId = "缺少 message_id，或超过 99 个字符";
        public const string NoTransactionId = "缺少 transaction_id，或超过 99 个字符";
        public const string NoItems = "缺少请求项";
        public const string TxnStatus = "txnstatus_request 不完整";
        public const string QueryType = "query_type 应为 idtype-value、expression 或 predicate";
        public const string QueryShape = "query 与 query_type 不符";
        public const string QueryLanguage = "expression 只支持 NoSql，$and、$or、$not 和 $eq、$lt、$lte、$gt、$gte、$in";
        public const string QueryTooLarge = "条件过多或嵌套过深";
        public const string IdentifierType = "不支持的证件类型";
        public const string IdentifierValue = "证件号码或户编号格式不对";
        public const string EventType = "reg_event_type 不可查询";
        public const string Attribute = "没有可查询的属性 {0}";
        public const string Operator = "属性 {0} 不支持运算 {1}";
        public const string Value = "属性 {0} 的值不对";
        public const string Month = "benefit_month 只能与其他条件同时成立，且只用 eq";
        public const string RecordType = "notify_record_type 应为 {0}";
        public const string Frequency = "frequency 应有 start_time、end_time 和 cron 表达式，终止时间晚于现在，最长 {0} 天";
        public const string TooMuch = "条件过长，或订阅已满 {0} 项";
        public const string NoCallback = "该单位没有登记回调地址";
        public const string NotAllowed = "经办人没有查看个人信息的权限";
        public const string SenderId = "sender_id 应为 1 至 99 个字符";
        public const string Name = "名称应为 1 至 100 个字符";
        public const string Officer = "缺少机器账号";
        public const string Keys = "keys 应为 JWKS，公钥为 RSA 2048 位以上或 P-256、P-384 椭圆曲线，不得含私钥";
        public const string Callback = "回调地址应为不含查询串的 https 地址（本机可用 http）";
    }
}
