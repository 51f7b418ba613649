using ZOE.Matching.Relevance;

return args.FirstOrDefault() switch
{
    "search" => await SearchRun.RunAsync(new Arguments(args[1..])),
    "match" => MatchRun.Run(new Arguments(args[1..])),
    "score" => ScoreRun.Run(new Arguments(args[1..])),
    _ => Arguments.Explain(),
};
