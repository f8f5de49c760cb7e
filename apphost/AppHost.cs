using Fupin.AppHost;

#if ASPIRE
Fupin.AppHost.Aspire.AspireEngine.Run(args);
#else
return await Fupin.AppHost.Local.LocalEngine.RunAsync(args);
#endif
